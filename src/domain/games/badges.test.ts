import { expect, test } from 'vitest';
import { badgesOf } from './badges.ts';

const run = { points: 900, sea: 95, sorted: 20, frightened: 0, wrong: 0, ticks: 3600, whole: true };

test('a faultless minute wins every badge, a broken-off one none', () => {
  expect(badgesOf(run)).toEqual(['first-sweep', 'clean-sea', 'gentle-hand', 'sharp-eye']);
  expect(badgesOf({ ...run, whole: false })).toEqual([]);
});

test('a badge is for doing something, not for standing still', () => {
  expect(badgesOf({ ...run, sorted: 0 })).toEqual(['first-sweep']);
  expect(badgesOf({ ...run, frightened: 1 })).toEqual(['first-sweep', 'clean-sea', 'sharp-eye']);
  expect(badgesOf({ ...run, wrong: 2, sea: 60 })).toEqual(['first-sweep', 'gentle-hand']);
});
