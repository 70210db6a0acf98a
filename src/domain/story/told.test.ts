import { expect, it } from 'vitest';
import { placedTurns, toldMs, turnAt } from './told.ts';

const turns = [
  { page: 1, recording: 0, fromMs: 0, toMs: 1000 },
  { page: 2, recording: 1, fromMs: 500, toMs: 2500 },
  { page: 1, recording: 2, fromMs: 0, toMs: 300 },
];

it('finds the turn that sounds at each moment', () => {
  const placed = placedTurns({ turns });
  expect(placed.map(({ startMs }) => startMs)).toEqual([0, 1000, 3000]);
  expect(toldMs({ turns })).toBe(3300);
  expect([-5, 0, 999, 1000, 2999, 3000, 9999].map((ms) => turnAt(placed, ms))).toEqual([
    0, 0, 0, 1, 1, 2, 2,
  ]);
  expect(turnAt([], 0)).toBe(-1);
});
