import { additiveSums, fitAdditive, ROUNDING } from './additive.ts';
import { arrowPattern } from './arrow-system.ts';
import { equationsAt, mixedDesign } from './mixed-equations.ts';
import { meanOf } from './raw-mean.ts';
import { varyingFacets, type RatingTable } from './rating-table.ts';
import { maximiseReml } from './reml.ts';

export type MixedFit = {
  readonly grandMean: number;
  /** Entries, judges and, where there are several, criteria: BLUP and conditional SD, points. */
  readonly facets: readonly {
    readonly variance: number;
    readonly effect: Float64Array;
    readonly se: Float64Array;
  }[];
  readonly residualVariance: number;
  /** The REML criterion (−2 × restricted log-likelihood); null when nothing is left unexplained. */
  readonly reml: number | null;
};

/**
 * Linear mixed model, score = μ + entry + judge (+ criterion) + error, all but μ random and normal,
 * variances by restricted maximum likelihood (Patterson & Thompson 1971). Effects are best linear
 * unbiased predictions (Henderson 1975); a positive judge effect is lenient. `se` is the standard
 * deviation given the scores and the estimated variances, as lme4's condVar: it leaves out the
 * uncertainty of the variances and of μ.
 *
 * Null when the variances cannot be told apart: fewer than two entries or judges, every entry (or
 * judge) with a single rating, or no degrees of freedom left.
 */
export function fitMixed(table: RatingTable): MixedFit | null {
  const facets = varyingFacets(table);
  const rows = table.score.length;
  if (facets.some((facet) => facet.ids.length < 2 || facet.ids.length >= rows)) return null;
  const sums = additiveSums(table);
  if (sums.degreesOfFreedom <= 0) return null;
  if (sums.residualSquares === 0) return fitWithoutResidual(table);

  const design = mixedDesign(arrowPattern(facets));
  // Scores far from 0 would cost digits in every sum of squares.
  const origin = meanOf(table.score);
  const centred = table.score.map((score) => score - origin);
  const optimum = maximiseReml(design, centred, sums.residualSquares / sums.degreesOfFreedom);
  const { given } = optimum.diagonals ?? equationsAt(design, optimum.ratios).inverseDiagonals();
  return {
    grandMean: origin + optimum.solution.intercept,
    facets: facets.map((_, index) => {
      const variance = optimum.ratios[index]! * optimum.residualVariance;
      return {
        variance,
        effect: optimum.solution.effects[index]!,
        se: given[index]!.map((value) => Math.sqrt(variance * value)),
      };
    }),
    residualVariance: optimum.residualVariance,
    reml: optimum.criterion,
  };
}

/**
 * The limit of the model as the residual variance goes to 0: effects are known exactly, so each
 * variance is that of the effects themselves and nothing is shrunk.
 */
function fitWithoutResidual(table: RatingTable): MixedFit | null {
  const additive = fitAdditive(table);
  if (additive === null) return null;
  const scoreSquares = table.score.reduce((sum, score) => sum + score * score, 0);
  return {
    grandMean: additive.grandMean,
    facets: additive.facets.map(({ effect }) => {
      const squares = effect.reduce((sum, value) => sum + value * value, 0);
      const isFlat = squares <= ROUNDING * scoreSquares;
      return {
        variance: isFlat ? 0 : squares / (effect.length - 1),
        effect: isFlat ? new Float64Array(effect.length) : effect,
        se: new Float64Array(effect.length),
      };
    }),
    residualVariance: 0,
    reml: null,
  };
}
