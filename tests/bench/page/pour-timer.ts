import { pour } from '@domain/story/flood/pour.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';

export type PourTimes = { readonly ms: readonly number[]; readonly count: number };

const TIMES = 5;
const WHITE = 0xff_ff_ff_ff;
/** As the bucket asks when nothing was set. */
const WISH = { x: 800, y: 600, tolerance: 46, growPx: 2 };

addEventListener('message', ({ data: gapPx }: MessageEvent<number>) => {
  const words = new Uint32Array(PAGE_WIDTH_PX * PAGE_HEIGHT_PX).fill(WHITE);
  const page = { width: PAGE_WIDTH_PX, height: PAGE_HEIGHT_PX, words };
  let count = 0;
  const ms = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    count = pour(page, { ...WISH, gapPx })?.count ?? 0;
    return performance.now() - began;
  });
  postMessage({ ms, count } satisfies PourTimes);
});
