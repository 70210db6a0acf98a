import { expect, it } from 'vitest';
import { sheetProblems, totalPoints } from './sheet.ts';

const criteria = [
  { id: 'content', maxPoints: 30 },
  { id: 'art', maxPoints: 15 },
];

it('accepts nought and the most, and finds nothing missing in a full sheet', () => {
  const points = { content: 0, art: 15 };
  expect(sheetProblems(criteria, points)).toEqual({ missing: [], outOfRange: [] });
  expect(totalPoints(points)).toBe(15);
});

it.each([
  { points: { content: 31 }, outOfRange: ['content'] },
  { points: { content: -1 }, outOfRange: ['content'] },
  { points: { content: 1.5 }, outOfRange: ['content'] },
  { points: { content: 1, dance: 1 }, outOfRange: ['dance'] },
])('refuses points beyond the rubric: $points', ({ points, outOfRange }) => {
  expect(sheetProblems(criteria, points)).toEqual({ missing: ['art'], outOfRange });
});
