import type { StoryEvent } from '@domain/story/event.ts';
import type { EncodeJob, EncodeReply } from './encode-job.ts';
import { type Encoded, encodeLog } from './encoded.ts';

/** What the encoder needs of a Worker. */
export interface EncodingThread {
  postMessage(job: EncodeJob): void;
  onmessage: ((event: { readonly data: EncodeReply }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate(): void;
}

/** Handing over so many events at once is not felt. */
const EVENTS_AT_ONCE = 200;

export interface LogEncoder {
  /** The first `count` events of the log, encoded. */
  encode(count: number): Promise<Encoded>;
  close(): void;
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Encodes a growing log in a thread that is told every event once, and little by little; where there
 * is no such thread, or it fails, here.
 */
export function createLogEncoder(
  log: () => readonly StoryEvent[],
  openThread: () => EncodingThread | null = openEncodingThread,
): LogEncoder {
  let thread: EncodingThread | null | undefined;
  let told = 0;
  let nextId = 0;
  const waiting = new Map<
    number,
    { count: number; resolve: (encoded: Encoded | Promise<Encoded>) => void }
  >();
  let line: Promise<void> = Promise.resolve();

  const encodeHere = async (count: number) => encodeLog(log().slice(0, count));

  const fallBack = () => {
    thread?.terminate();
    thread = null;
    for (const { count, resolve } of waiting.values()) resolve(encodeHere(count));
    waiting.clear();
  };

  const begin = () => {
    thread = openThread();
    if (thread === null) return;
    thread.onmessage = ({ data: { id, bytes, hash } }) => {
      waiting.get(id)?.resolve({ bytes, hash });
      waiting.delete(id);
    };
    thread.onerror = fallBack;
  };

  const tell = async (count: number) => {
    while (thread && told < count) {
      const events = log().slice(told, Math.min(count, told + EVENTS_AT_ONCE));
      told += events.length;
      thread.postMessage({ events, id: null });
      if (told < count) await pause();
    }
  };

  return {
    async encode(count) {
      if (thread === undefined) begin();
      line = line.then(() => tell(count));
      await line;
      if (!thread) return encodeHere(count);
      const id = nextId;
      nextId += 1;
      const answer = new Promise<Encoded>((resolve) => waiting.set(id, { count, resolve }));
      thread.postMessage({ events: [], id, count });
      return answer;
    },
    close() {
      fallBack();
    },
  };
}

function openEncodingThread(): EncodingThread | null {
  if (typeof Worker === 'undefined') return null;
  return new Worker(new URL('./encode.worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as EncodingThread;
}
