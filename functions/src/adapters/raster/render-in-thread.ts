import { Worker } from 'node:worker_threads';
import type { PageLook } from '@domain/story/picture.ts';
import type { RenderFormat } from './render-page.ts';

export type RenderJob = {
  readonly id: number;
  readonly page: PageLook;
  readonly widthPx: number;
  readonly format?: RenderFormat | undefined;
};
export type RenderReply = { readonly id: number; readonly bytes: Uint8Array };

type Waiting = {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Renders pages in a thread of its own, so that drawing one (0.1 to 0.5 s) holds up no request.
 * The thread begins with the first page. A page that takes longer than `longestMs` (a document made
 * to be slow) ends the thread and with it every page that waits; the next call begins a new one.
 * @param program the built render-thread
 */
export function openRenderThread(program: string, longestMs = 30_000) {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let nextId = 0;
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
    begun.on('message', ({ id, bytes }: RenderReply) => {
      waiting.get(id)?.resolve(bytes);
      waiting.delete(id);
      watchAgain();
    });
    begun.on('error', (error) => {
      if (thread === begun) void end(error instanceof Error ? error : new Error(String(error)));
    });
    return begun;
  };

  return {
    renderPage: (page: PageLook, widthPx: number, format?: RenderFormat) =>
      new Promise<Uint8Array>((resolve, reject) => {
        thread ??= begin();
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        if (waiting.size === 1) watchAgain();
        thread.postMessage({
          id,
          page: { ink: page.ink, scene: page.scene },
          widthPx,
          format,
        } satisfies RenderJob);
      }),
    close: async () => {
      await end(new Error('the host is stopping'));
    },
  };
}
