import type { PourTimes } from './pour-timer.ts';

// How long working out a pour takes on another thread, without what brings the picture there.

const worker = new Worker(new URL('./pour-timer.ts', import.meta.url), { type: 'module' });

const pourBench = {
  /** ms for each of some pours on a blank page, the first with code that never ran before. */
  times: (gapPx: number): Promise<PourTimes> =>
    new Promise((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data as PourTimes), { once: true });
      worker.postMessage(gapPx);
    }),
};

declare global {
  interface Window {
    pourBench: typeof pourBench;
  }
}
window.pourBench = pourBench;
