import { expect, it } from 'vitest';
import { levelRanges } from './levels.ts';

it('cuts the points of a criterion into levels, best first', () => {
  expect(levelRanges(30, 4)).toEqual([
    { from: 23, to: 30 },
    { from: 15, to: 22 },
    { from: 7, to: 14 },
    { from: 0, to: 6 },
  ]);
  expect(levelRanges(10, 0)).toEqual([]);
  expect(levelRanges(1, 4)).toEqual([
    { from: 1, to: 1 },
    { from: 0, to: 0 },
  ]);
});

it.each([5, 10, 15, 20, 25, 30, 100])('covers each of 0 … %i exactly once', (max) => {
  for (const count of [1, 2, 3, 4, 5, 6]) {
    const covered = levelRanges(max, count).flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, step) => from + step),
    );
    expect(covered.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: max + 1 }, (_, points) => points),
    );
  }
});
