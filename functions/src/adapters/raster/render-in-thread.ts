import { Worker } from 'node:worker_threads';
import type { ReadPhoto, RenderAnswer, Renderer, RenderJob } from '@server/ports/renderer.ts';
import { rendererOf } from './page-jobs.ts';

export type ThreadJob = { readonly id: number; readonly job: RenderJob };
export type ThreadReply = { readonly id: number; readonly answer: RenderAnswer };

type Waiting = {
  readonly resolve: (answer: RenderAnswer) => void;
  readonly reject: (error: Error) => void;
};

const STOPPING = 'the host is stopping';

/**
 * Renders pages in a thread of its own, so that drawing one (0.1 to 0.5 s) holds up no request.
 * The thread begins with the first page. A page that takes longer than `longestMs` (a document made
 * to be slow) ends the thread and with it every page that waits; the next call begins a new one.
 * @param program the built render-thread
 */
export function openRenderThread(
  program: string,
  readPhoto: ReadPhoto,
  longestMs = 30_000,
): Renderer & { readonly close: () => Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let nextId = 0;
  let stopping = false;
  let watch: NodeJS.Timeout | undefined;

  const watchAgain = () => {
    clearTimeout(watch);
    if (waiting.size === 0) {
      // An idle thread keeps no process alive.
      thread?.unref();
      return;
    }
    thread?.ref();
    watch = setTimeout(() => end(new Error(`a page took over ${longestMs} ms`)), longestMs);
  };

  const end = (reason: Error) => {
    const ended = thread;
    thread = null;
    clearTimeout(watch);
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    return ended?.terminate();
  };

  const begin = () => {
    const begun = new Worker(program);
    begun.on('message', ({ id, answer }: ThreadReply) => {
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
      watchAgain();
    });
    begun.on('error', (error) => {
      if (thread === begun) void end(error instanceof Error ? error : new Error(String(error)));
    });
    return begun;
  };

  const run = (job: RenderJob) =>
    new Promise<RenderAnswer>((resolve, reject) => {
      if (stopping) return reject(new Error(STOPPING));
      thread ??= begin();
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      if (waiting.size === 1) watchAgain();
      thread.postMessage({ id, job } satisfies ThreadJob);
    });

  return {
    ...rendererOf(run, readPhoto),
    close: async () => {
      stopping = true;
      await end(new Error(STOPPING));
    },
  };
}
