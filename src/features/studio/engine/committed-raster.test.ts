import { expect, it } from 'vitest';
import { leastNeeded } from './committed-raster.ts';

it('checkpoints stay dense at the end and thin out towards the beginning', () => {
  let depths: number[] = [];
  for (let depth = 64; depth <= 64 * 80; depth += 64) {
    depths.push(depth);
    if (depths.length > 4) depths = depths.toSpliced(leastNeeded(depths), 1);
  }
  const newest = 64 * 80;
  expect(depths.at(-1)).toBe(newest);
  expect(depths.at(-2)).toBe(newest - 64);
  expect(depths[0]).toBeLessThan(newest - 64 * 3);
});
