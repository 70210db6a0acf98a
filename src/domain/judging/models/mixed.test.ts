import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedRatings, simulate } from '@tests/fixtures/judging/ratings.ts';
import { fitMixed } from './mixed.ts';
import { tableOf, type Rating, type RatingTable } from './rating-table.ts';

/**
 * −2 × restricted log-likelihood straight from its definition, with the covariance of all scores
 * as a dense matrix: log|V| + log(1ᵀV⁻¹1) + yᵀPy + (n − 1)·log 2π.
 */
function denseCriterion(
  { entry, judge, score }: RatingTable,
  [entryVariance, judgeVariance, residual]: readonly [number, number, number],
): number {
  const n = score.length;
  const rows = Array.from(score, (y, i) => [
    ...Array.from(
      score,
      (_, j) =>
        (i === j ? residual : 0) +
        (entry.of[i] === entry.of[j] ? entryVariance : 0) +
        (judge.of[i] === judge.of[j] ? judgeVariance : 0),
    ),
    1,
    y,
  ]);
  let logDeterminant = 0;
  const forms = { oneOne: 0, oneY: 0, yY: 0 };
  for (let k = 0; k < n; k += 1) {
    const pivot = rows[k]!;
    logDeterminant += Math.log(pivot[k]!);
    forms.oneOne += pivot[n]! ** 2 / pivot[k]!;
    forms.oneY += (pivot[n]! * pivot[n + 1]!) / pivot[k]!;
    forms.yY += pivot[n + 1]! ** 2 / pivot[k]!;
    for (const row of rows.slice(k + 1)) {
      const share = row[k]! / pivot[k]!;
      for (let column = k; column < n + 2; column += 1) row[column]! -= share * pivot[column]!;
    }
  }
  const quadratic = forms.yY - forms.oneY ** 2 / forms.oneOne;
  return logDeterminant + Math.log(forms.oneOne) + quadratic + (n - 1) * Math.log(2 * Math.PI);
}

describe('the mixed model', () => {
  it('ends where the restricted likelihood is highest, also where a variance is 0', () => {
    let zeros = 0;
    fc.assert(
      fc.property(linkedRatings, (ratings) => {
        const table = tableOf(ratings);
        const fit = fitMixed(table);
        if (fit === null || fit.reml === null) return;
        const [entry, judge] = fit.facets.map((facet) => facet.variance) as [number, number];
        const at = (a: number, b: number, c: number) => denseCriterion(table, [a, b, c]);
        const best = at(entry, judge, fit.residualVariance);
        expect(fit.reml).toBeCloseTo(best, 8);
        if (entry === 0 || judge === 0) zeros += 1;
        const step = fit.residualVariance / 50;
        for (const sign of [-1, 1]) {
          expect(at(entry, judge, fit.residualVariance + sign * step)).toBeGreaterThan(best);
          expect(
            at(Math.max(0, entry + sign * step), judge, fit.residualVariance),
          ).toBeGreaterThanOrEqual(best);
          expect(
            at(entry, Math.max(0, judge + sign * step), fit.residualVariance),
          ).toBeGreaterThanOrEqual(best);
        }
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(zeros).toBeGreaterThan(10);
  });

  it('recovers exact effects where judges differ by a constant and nothing else', () => {
    const ratings = [5, 7, 8, 12].flatMap((quality, entry) =>
      [-1, 0, 1].map((lenience, judge): Rating => ({
        entry: `e${entry}`,
        judge: `j${judge}`,
        criterion: null,
        score: quality + lenience,
      })),
    );
    const fit = fitMixed(tableOf(ratings))!;
    expect([...fit.facets[1]!.effect]).toEqual([-1, 0, 1].map((x) => expect.closeTo(x, 10)));
    expect(fit.facets[1]!.variance).toBeCloseTo(1, 10);
    expect(fit).toMatchObject({ residualVariance: 0, reml: null });
  });

  it('sees no variance in scores that are all the same', () => {
    const ratings = ['a', 'b', 'c'].flatMap((entry) =>
      ['x', 'y'].map((judge): Rating => ({ entry, judge, criterion: null, score: 0.1 })),
    );
    expect(fitMixed(tableOf(ratings))!.facets.map((facet) => facet.variance)).toEqual([0, 0]);
  });

  it('is not estimable when every entry has one score', () => {
    const ratings = Array.from({ length: 20 }, (_, index): Rating => ({
      entry: `e${index}`,
      judge: `j${index % 2}`,
      criterion: null,
      score: (index * 7) % 11,
    }));
    expect(fitMixed(tableOf(ratings))).toBeNull();
  });

  it('estimates variances without bias and intervals that hold what they promise', () => {
    const truth = {
      entries: 80,
      judges: 12,
      sheets: 3,
      mean: 60,
      entrySd: 10,
      judgeSd: 6,
      noiseSd: 8,
    };
    const runs = 150;
    const sums = { entry: 0, judge: 0, residual: 0, bias: 0 };
    let covered = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const { ratings, entryEffects } = simulate(seed, truth);
      const fit = fitMixed(tableOf(ratings))!;
      sums.entry += fit.facets[0]!.variance / runs;
      sums.judge += fit.facets[1]!.variance / runs;
      sums.residual += fit.residualVariance / runs;
      for (const [index, effect] of entryEffects.entries()) {
        const error = fit.grandMean + fit.facets[0]!.effect[index]! - truth.mean - effect;
        sums.bias += error / (runs * truth.entries);
        // The origin is known only up to the mean of twelve judges; compare about the mean.
        const centred = error - (fit.grandMean - truth.mean);
        if (Math.abs(centred) <= 1.96 * fit.facets[0]!.se[index]!) covered += 1;
      }
    }
    // Four standard errors of each average over the runs.
    expect(Math.abs(sums.entry - 100)).toBeLessThan(
      (4 * (100 * Math.sqrt(2 / 79) * 1.3)) / Math.sqrt(runs),
    );
    expect(Math.abs(sums.judge - 36)).toBeLessThan(
      (4 * (36 * Math.sqrt(2 / 11) * 1.3)) / Math.sqrt(runs),
    );
    expect(Math.abs(sums.residual - 64)).toBeLessThan(
      (4 * (64 * Math.sqrt(2 / 149))) / Math.sqrt(runs),
    );
    expect(Math.abs(sums.bias)).toBeLessThan((4 * 6) / Math.sqrt(12 * runs));
    const coverage = covered / (runs * truth.entries);
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });
});
