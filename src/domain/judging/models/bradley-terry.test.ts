import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../kernel/random.ts';
import { fitPairs } from './bradley-terry.ts';
import type { Comparison } from './comparison-cells.ts';

const won = (
  winner: string,
  loser: string,
  count = 1,
  first: string | null = null,
): Comparison => ({
  winner,
  loser,
  count,
  first,
});

describe('Bradley–Terry', () => {
  it('is the log odds of wins where there are two', () => {
    const { items, deviance, df } = fitPairs([won('a', 'b', 10), won('b', 'a', 30)]);
    expect(items[1]).toEqual({
      id: 'b',
      ability: expect.closeTo(Math.log(3), 10),
      se: expect.closeTo(Math.sqrt(1 / 10 + 1 / 30), 8),
    });
    expect(deviance).toBeCloseTo(0, 10);
    expect(df).toBe(0);
  });

  it('matches wins and expected wins, and holds the truth in its intervals', () => {
    const truth = [0, 0.8, -0.5, 1.4, 0.2, -1];
    const order = 0.4;
    const runs = 150;
    let covered = 0;
    let bias = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const random = randomFrom(seed);
      const comparisons = truth.flatMap((own, a) =>
        truth.flatMap((other, b) =>
          a === b
            ? []
            : Array.from({ length: 8 }, () => {
                const isWon = random() < 1 / (1 + Math.exp(other - own - order));
                return won(`i${isWon ? a : b}`, `i${isWon ? b : a}`, 1, `i${a}`);
              }),
        ),
      );
      const fit = fitPairs(comparisons);
      expect(fit.df).toBe(30 - 6);
      bias += (fit.orderEffect!.value - order) / runs;
      for (const [index, item] of fit.items.entries()) {
        if (index > 0 && Math.abs(item.ability - truth[index]!) < 1.96 * item.se) covered += 1;
      }
    }
    expect(Math.abs(bias)).toBeLessThan(0.06);
    expect(covered / (runs * 5)).toBeGreaterThan(0.925);
    expect(covered / (runs * 5)).toBeLessThan(0.98);
  });

  it('penalises where nobody beat the best, and stays finite', () => {
    const fit = fitPairs([won('a', 'b', 5), won('b', 'c', 3), won('c', 'b', 2)]);
    expect(fit).toMatchObject({ stronglyConnected: false, penalised: true });
    const [a, b, c] = fit.items.map((item) => item.ability);
    expect(a).toBe(0);
    expect(b).toBeLessThan(-1);
    expect(c).toBeLessThan(b!);
    expect(fit.items.every((item) => item.se < 10)).toBe(true);
  });

  it('penalises separate groups and an order that always wins', () => {
    expect(fitPairs([won('a', 'b'), won('b', 'a'), won('c', 'd')]).penalised).toBe(true);
    const always = fitPairs([
      won('a', 'b', 4, 'a'),
      won('b', 'a', 4, 'b'),
      won('b', 'c', 4, 'b'),
      won('c', 'b', 4, 'c'),
    ]);
    expect(always).toMatchObject({ stronglyConnected: true, penalised: true });
    expect(always.orderEffect!.value).toBeGreaterThan(2);
    expect(always.orderEffect!.value).toBeLessThan(10);
  });

  it('does not depend on the order of rows, nor on how counts are split', () => {
    const comparison = fc.record({
      winner: fc.constantFrom('a', 'b', 'c', 'd'),
      loser: fc.constantFrom('a', 'b', 'c', 'd'),
      count: fc.integer({ min: 1, max: 4 }),
      first: fc.constant(null),
    });
    const comparisons = fc
      .array(comparison, { minLength: 3, maxLength: 30 })
      .map((all) => all.filter(({ winner, loser }) => winner !== loser))
      .filter((all) => all.length > 0);
    fc.assert(
      fc.property(comparisons, (all) => {
        const fit = fitPairs(all);
        expect(fitPairs(all.toReversed())).toEqual(fit);
        const split = all.flatMap((one) =>
          Array.from({ length: one.count }, () => ({ ...one, count: 1 })),
        );
        expect(fitPairs(split)).toEqual(fit);
      }),
      { numRuns: 60 },
    );
  });
});
