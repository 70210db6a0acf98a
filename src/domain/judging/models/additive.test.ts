import { expect, it } from 'vitest';
import { simulate } from '@tests/fixtures/judging/ratings.ts';
import { fitAdditive } from './additive.ts';
import { tableOf, type Rating } from './rating-table.ts';

it('is unbiased, and its intervals hold the truth 95 times in 100', () => {
  const truth = { entries: 40, judges: 10, sheets: 4, mean: 0, entrySd: 5, judgeSd: 3, noiseSd: 4 };
  const runs = 120;
  let covered = 0;
  let bias = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    const { ratings, judgeEffects } = simulate(seed, truth);
    const { effect, se } = fitAdditive(tableOf(ratings))!.facets[1]!;
    const mean = judgeEffects.reduce((sum, value) => sum + value, 0) / judgeEffects.length;
    for (const [judge, own] of judgeEffects.entries()) {
      const error = effect[judge]! - (own - mean);
      bias += error / (runs * truth.judges);
      if (Math.abs(error) <= 1.98 * se![judge]!) covered += 1;
    }
  }
  expect(Math.abs(bias)).toBeLessThan(1e-9);
  const coverage = covered / (runs * truth.judges);
  expect(coverage).toBeGreaterThan(0.925);
  expect(coverage).toBeLessThan(0.975);
});

it('does not guess when criteria are tied to judges', () => {
  const ratings = ['a', 'b', 'c'].flatMap((entry, index): Rating[] => [
    { entry, judge: 'x', criterion: 'story', score: index },
    { entry, judge: 'y', criterion: 'drawing', score: 2 * index },
  ]);
  expect(fitAdditive(tableOf(ratings))).toBeNull();
});
