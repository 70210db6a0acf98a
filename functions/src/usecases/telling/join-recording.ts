import type { BlobHash } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { MAX_ENCODED_BYTES } from '@domain/story/limits.ts';
import { cleanRecording, isClean } from '@domain/story/recording/clean-recording.ts';
import type { Recording } from '@domain/story/telling.ts';
import { inTransaction } from '@server/store/database.ts';
import { insertSentBlob } from '@server/store/queries/blobs.ts';
import { insertRecording } from '@server/store/queries/tellings.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { requireRoomForBlob, requireSent } from '@server/usecases/pupil/sent-story.ts';

/**
 * Makes a recording of its pieces. Only a clean one is taken, whatever a browser calls it: bytes
 * that `cleanRecording` would change may tell of a person or a machine. Repeating is harmless.
 * Refuses blob.missing, blob.store-full, input.too-large and telling.malformed.
 */
export async function joinRecording(
  deps: Pick<Deps, 'db' | 'clock' | 'files'>,
  caller: Caller,
  { pieces }: { pieces: readonly BlobHash[] },
): Promise<Recording> {
  caller.allow({});
  const { pupilId } = actingAs(caller, 'pupil');
  await requireSent(deps, [pupilId], pieces);
  const bytes = await joined(deps, pieces);
  const clean = cleanRecording(bytes);
  if (!isClean(bytes, clean)) throw refuse('telling.malformed');

  const { mediaType, durationMs } = clean;
  const recording = { hash: sha256Hex(bytes), mediaType, durationMs };
  if (pieces.length > 1) {
    await requireRoomForBlob(deps, pupilId, bytes.length);
    await deps.files.put(recording.hash, bytes);
  }
  const { hash } = recording;
  const blob = { hash, sizeBytes: bytes.length, mediaType, pupilId, at: deps.clock.now() };
  await inTransaction(deps.db, async (trx) => {
    await insertSentBlob(trx, blob);
    await insertRecording(trx, recording);
  });
  return recording;
}

async function joined(
  { files }: Pick<Deps, 'files'>,
  pieces: readonly BlobHash[],
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for (const hash of pieces) {
    const part = await files.get(hash);
    if (part === null) throw refuse('blob.missing');
    sizeBytes += part.length;
    if (sizeBytes > MAX_ENCODED_BYTES) throw refuse('input.too-large');
    parts.push(part);
  }
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
