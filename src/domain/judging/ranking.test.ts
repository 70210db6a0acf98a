import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankByMean } from './ranking.ts';

const entry = (entryId: string, ...totals: number[]) => ({ entryId, totals });

describe('ranking by mean', () => {
  it('gives equal means one rank and skips the next', () => {
    const ranked = rankByMean([
      entry('d', 10),
      entry('b', 80, 90),
      entry('a', 85),
      entry('c', 99),
      entry('e'),
    ]);
    expect(ranked.map(({ entryId, rank, mean }) => [entryId, rank, mean])).toEqual([
      ['c', 1, 99],
      ['a', 2, 85],
      ['b', 2, 85],
      ['d', 4, 10],
    ]);
  });

  it('compares thirds exactly, where floating point would part them', () => {
    const ranked = rankByMean([entry('a', 70, 70, 71), entry('b', 70, 70, 71, 70, 70, 71)]);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('ranks by how many are better, whatever the order they come in', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(totals, { maxLength: 12 }), (all) => {
        const entries = all.map((given, index) => entry(`e${index}`, ...given));
        const ranked = rankByMean(entries);
        for (const { rank, mean } of ranked) {
          const better = ranked.filter((other) => other.mean - mean > 1e-9).length;
          expect(rank).toBe(better + 1);
        }
        expect(rankByMean(entries.toReversed())).toEqual(ranked);
      }),
    );
  });
});
