import { describe, expect, it } from 'vitest';
import { padded, simulate } from '@tests/fixtures/judging/ratings.ts';
import { scoreEntries } from './entry-scores.ts';
import { prizeChances } from './prize-chances.ts';
import { uncertainBands } from './uncertain-bands.ts';

const PRIZES = [
  { id: 'nhat', name: 'Giải Nhất', count: 1 },
  { id: 'nhi', name: 'Giải Nhì', count: 2 },
  { id: 'ba', name: 'Giải Ba', count: 5 },
];

describe('the chances of a prize', () => {
  it('are shares of as many prizes as there are, and the same for the same seed', () => {
    const { scores } = scoreEntries(
      simulate(3, {
        entries: 60,
        judges: 10,
        sheets: 3,
        mean: 60,
        entrySd: 9,
        judgeSd: 5,
        noiseSd: 7,
      }).ratings,
      'adjusted',
    );
    const chances = prizeChances(scores, PRIZES, 5);
    for (const [index, { count }] of PRIZES.entries()) {
      const sum = chances.reduce((total, { prizes }) => total + prizes[index]!, 0);
      expect(sum).toBeCloseTo(count, 1);
    }
    expect(chances.every(({ above }) => above[0]! <= above[1]! && above[1]! <= above[2]!)).toBe(
      true,
    );
    expect(prizeChances(scores.toReversed(), PRIZES, 5)).toEqual(chances);
  });

  it('come true about as often as they say', () => {
    const bins = { low: { said: 0, was: 0, n: 0 }, high: { said: 0, was: 0, n: 0 } };
    for (let seed = 0; seed < 40; seed += 1) {
      const truth = {
        entries: 60,
        judges: 12,
        sheets: 3,
        mean: 60,
        entrySd: 10,
        judgeSd: 6,
        noiseSd: 8,
      };
      const { ratings, entryEffects } = simulate(seed, truth);
      const { scores } = scoreEntries(ratings, 'adjusted');
      const best = entryEffects
        .map((effect, index) => ({ entry: padded('e', index), effect }))
        .toSorted((a, b) => b.effect - a.effect)
        .slice(0, 8);
      const winners = new Set(best.map(({ entry }) => entry));
      for (const { entry, above } of prizeChances(scores, PRIZES, seed)) {
        const p = above[2]!;
        if (p < 0.1 || p > 0.9) continue;
        const bin = p < 0.5 ? bins.low : bins.high;
        bin.said += p;
        bin.was += winners.has(entry) ? 1 : 0;
        bin.n += 1;
      }
    }
    for (const { said, was, n } of [bins.low, bins.high]) {
      expect(n).toBeGreaterThan(80);
      expect(Math.abs(said - was) / n).toBeLessThan(4 * Math.sqrt(0.25 / n));
    }
  });
});

describe('an uncertain band', () => {
  const order = ['a', 'b', 'c', 'd', 'e', 'f'];
  const chance = (entry: string, ...above: number[]) => ({ entry, prizes: [], above });
  const prizes = PRIZES.slice(0, 2).map((prize, index) => ({ ...prize, count: index + 1 }));
  const limits = { lowest: 10, highest: 90 };

  it('holds those near a line, without a gap, and joins bands that overlap', () => {
    const apart = [
      chance('a', 0.6, 1),
      chance('b', 0.4, 0.99),
      chance('c', 0, 0.7),
      chance('d', 0, 0.3),
      chance('e', 0, 0.01),
      chance('f', 0, 0),
    ];
    expect(uncertainBands(order, apart, prizes, limits)).toEqual([
      { lines: [{ above: 1, from: 0, to: 1 }], entries: ['a', 'b'] },
      { lines: [{ above: 1, from: 0, to: 1 }], entries: ['c', 'd'] },
    ]);
    const over = apart.with(1, chance('b', 0.4, 0.8)).with(4, chance('e', 0, 0.2));
    expect(uncertainBands(order, over, prizes, limits)).toEqual([
      {
        lines: [
          { above: 1, from: 0, to: 1 },
          { above: 3, from: 1, to: 4 },
        ],
        entries: ['a', 'b', 'c', 'd', 'e'],
      },
    ]);
    expect(uncertainBands(order, over, prizes, { lowest: 100, highest: 100 })).toEqual([]);
  });

  it('is never one entry alone, and there is none where everybody gets the prize', () => {
    const lone = order.map((entry, at) => chance(entry, at === 0 ? 0.89 : 0.02, 1));
    expect(uncertainBands(order, lone, prizes.slice(0, 1), limits)).toEqual([
      { lines: [{ above: 1, from: 0, to: 1 }], entries: ['a', 'b'] },
    ]);
    expect(uncertainBands(['a'], [chance('a', 0.5)], prizes.slice(0, 1), limits)).toEqual([]);
  });
});
