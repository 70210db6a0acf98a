import type { Receipt } from '@domain/entry/entry.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { encodePicture } from '@domain/story/picture-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import type { StoryTransport } from './transport.ts';

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/**
 * Submits a story as its two blobs. Every step may be repeated without harm, so a lost connection
 * is tried again, four times over a quarter of a minute, before ConnectionLost reaches the pupil.
 * @param onRetry told before each further try
 * @param sendTold sends the telling first and answers its name; null where there is none
 */
export async function submitStory(
  transport: StoryTransport,
  entryId: Id,
  events: readonly StoryEvent[],
  onRetry: () => void,
  pausesMs: readonly number[] = PAUSES_MS,
  sendTold: () => Promise<BlobHash | null> = async () => null,
): Promise<Receipt> {
  const picture = encodePicture(pictureOf(replay(events)));
  const process = encodeProcess(events);
  const attempt = async (pauses: readonly number[]): Promise<Receipt> =>
    sendTold()
      .then((tellingHash) => transport.submit(entryId, picture, process, tellingHash))
      .catch(async (error: unknown) => {
        const [pause, ...later] = pauses;
        if (!(error instanceof ConnectionLost) || pause === undefined) throw error;
        onRetry();
        await new Promise((resolve) => setTimeout(resolve, pause));
        return attempt(later);
      });
  return attempt(pausesMs);
}
