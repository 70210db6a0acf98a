import { expect, it } from 'vitest';
import { barsOf, spreadsOf } from './score-spread.ts';

const criterion = { id: 'a', name: 'Nội dung', description: '', maxPoints: 30 };
const sheet = (state: 'started' | 'submitted', a: number) => ({
  id: `${state}${a}`,
  blindCode: 'ACDE',
  title: '',
  pageCount: 2,
  state,
  points: { a },
  total: a,
});

it('counts every value once, the highest too', () => {
  const bars = barsOf([0, 3, 4, 30], 30);
  expect(bars).toHaveLength(10);
  expect(bars[1]).toEqual({ from: 3, to: 5, count: 2 });
  expect(bars.at(-1)).toEqual({ from: 27, to: 30, count: 1 });
  expect(barsOf([], 100).map(({ from }) => from)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(barsOf([1], 1)).toEqual([{ from: 0, to: 1, count: 1 }]);
});

it('tells of sheets handed in alone, totals before criteria', () => {
  const criteria = [{ ...criterion, work: 'drawing' as const, levels: [] }];
  const sheets = [sheet('submitted', 10), sheet('submitted', 20), sheet('started', 30)];
  expect(spreadsOf(sheets, criteria)).toMatchObject([
    { criterion: null, count: 2, mean: 15, low: 10, high: 20 },
    { criterion: { id: 'a' }, count: 2 },
  ]);
  expect(spreadsOf([sheet('started', 30)], criteria)).toEqual([]);
});
