import { expect, it } from 'vitest';
import { countNear, nearnessOf, referenceIsReady } from './calibration.ts';

const criteria = [
  { id: 'a', maxPoints: 30 },
  { id: 'b', maxPoints: 5 },
];
const line = (criterionId: string, points: number) => ({ criterionId, points, comment: '' });

it.each([
  { given: 20, reference: 20, max: 30, nearness: 'same' },
  { given: 23, reference: 20, max: 30, nearness: 'near' },
  { given: 24, reference: 20, max: 30, nearness: 'higher' },
  { given: 16, reference: 20, max: 30, nearness: 'lower' },
  { given: 4, reference: 5, max: 5, nearness: 'near' },
])('calls $given beside $reference of $max $nearness', ({ given, reference, max, nearness }) => {
  expect(nearnessOf(given, reference, max)).toBe(nearness);
});

it('is ready once it has points for every criterion of the rubric as it is now', () => {
  expect(referenceIsReady(criteria, [line('a', 30), line('b', 5)])).toBe(true);
  expect(referenceIsReady(criteria, [line('a', 30)])).toBe(false);
  expect(referenceIsReady(criteria, [line('a', 31), line('b', 5)])).toBe(false);
});

it('counts the criteria a judge came near to', () => {
  expect(countNear(criteria, { a: 28, b: 1 }, [line('a', 30), line('b', 5)])).toBe(1);
});
