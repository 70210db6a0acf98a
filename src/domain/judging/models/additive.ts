import {
  arrowPattern,
  countMatrix,
  factorArrow,
  inverseDiagonal,
  solveArrow,
  type ArrowFactor,
} from './arrow-system.ts';
import { meanOf } from './raw-mean.ts';
import { sumsBy, varyingFacets, type RatingTable } from './rating-table.ts';

/** An effect per id of a facet with its standard error, in points. */
export type Effects = { readonly effect: Float64Array; readonly se: Float64Array | null };

export type AdditiveFit = {
  readonly grandMean: number;
  /** Entries, judges and, where there are several, criteria; each sums to 0. */
  readonly facets: readonly Effects[];
  /** Residual sum of squares, points², and its degrees of freedom. */
  readonly residualSquares: number;
  readonly degreesOfFreedom: number;
  /** RSS / df; null without degrees of freedom. */
  readonly residualVariance: number | null;
  /** Log-likelihood at its maximum, −n/2·(log(2π·RSS/n) + 1); null when the fit is perfect. */
  readonly logLik: number | null;
};

export type AdditiveSums = Pick<AdditiveFit, 'residualSquares' | 'degreesOfFreedom'> & {
  /** False when some difference between ids of a facet cannot be told from the ratings. */
  readonly isEstimable: boolean;
};

/** A pivot this far below its diagonal is rounding, not information. */
const SINGULAR = 1e-10;
/** Squares this small beside those of the scores are rounding. */
export const ROUNDING = 1e-24;

type Solution = AdditiveSums & {
  readonly factor: ArrowFactor;
  readonly mean: number;
  readonly effects: Float64Array[];
};

/** Least squares with whatever unknowns are redundant set to 0. */
function solveNormalEquations(table: RatingTable): Solution {
  const facets = varyingFacets(table);
  const pattern = arrowPattern(facets);
  const factored = factorArrow(pattern, countMatrix(pattern), SINGULAR);
  const mean = meanOf(table.score);
  const centred = table.score.map((score) => score - mean);
  const effects = solveSums(
    factored,
    facets.map((facet) => sumsBy(facet, centred)),
  );
  let residualSquares = 0;
  let total = 0;
  for (let row = 0; row < centred.length; row += 1) {
    let rest = centred[row]!;
    for (const [index, facet] of facets.entries()) rest -= effects[index]![facet.of[row]!]!;
    residualSquares += rest * rest;
    total += table.score[row]! ** 2;
  }
  const unknowns = factored.diagonal.length + factored.schur.rank;
  const allUnknowns = facets.reduce((sum, facet) => sum + facet.ids.length, 0);
  return {
    factor: factored,
    mean,
    effects,
    residualSquares: residualSquares <= ROUNDING * total ? 0 : residualSquares,
    degreesOfFreedom: centred.length - unknowns,
    isEstimable: unknowns === allUnknowns - (facets.length - 1),
  };
}

/** Solves for right sides given per facet. */
function solveSums(f: ArrowFactor, sums: readonly Float64Array[]): Float64Array[] {
  const { facets, eliminated, offset, size } = f.pattern;
  const out = sums[eliminated]!.slice();
  const dense = new Float64Array(size);
  for (const [index, part] of sums.entries()) {
    if (index !== eliminated) dense.set(part, offset[index]!);
  }
  solveArrow(f, out, dense);
  return facets.map((facet, index) =>
    index === eliminated ? out : dense.slice(offset[index]!, offset[index]! + facet.ids.length),
  );
}

/**
 * SE of effects that sum to 0 over their facet. With G a generalised inverse of the normal
 * equations, Var(a_i − ā) = σ²·(G_ii − 2·mean_k G_ik + mean_kl G_kl), whatever G was chosen.
 */
function centredErrors(f: ArrowFactor, variance: number): Float64Array[] {
  const { facets } = f.pattern;
  const diagonals = inverseDiagonal(f);
  return facets.map((facet, index) => {
    const levels = facet.ids.length;
    const indicator = facets.map((other, at) =>
      new Float64Array(other.ids.length).fill(at === index ? 1 / levels : 0),
    );
    const towardsMean = solveSums(f, indicator)[index]!;
    const ofMean = meanOf(towardsMean);
    return diagonals[index]!.map((own, level) =>
      Math.sqrt(variance * Math.max(0, own - 2 * towardsMean[level]! + ofMean)),
    );
  });
}

/**
 * Additive model by ordinary least squares: score = μ + entry + judge (+ criterion) + error, the
 * effects of each facet summing to 0. A positive judge effect is lenient. Null when the ratings do
 * not determine it (a disconnected graph, or criteria that only some judges score). Yates 1936;
 * Searle 1987, Linear Models for Unbalanced Data, ch. 4.
 */
export function fitAdditive(table: RatingTable): AdditiveFit | null {
  const solution = solveNormalEquations(table);
  if (!solution.isEstimable) return null;
  const { factor, effects, residualSquares, degreesOfFreedom } = solution;
  const means = effects.map(meanOf);
  const n = table.score.length;
  const residualVariance = degreesOfFreedom > 0 ? residualSquares / degreesOfFreedom : null;
  const errors = residualVariance === null ? null : centredErrors(factor, residualVariance);
  return {
    grandMean: means.reduce((sum, mean) => sum + mean, solution.mean),
    facets: effects.map((effect, index) => ({
      effect: effect.map((value) => value - means[index]!),
      se: errors?.[index] ?? null,
    })),
    residualSquares,
    degreesOfFreedom,
    residualVariance,
    logLik:
      residualSquares > 0 && degreesOfFreedom > 0
        ? (-n / 2) * (Math.log((2 * Math.PI * residualSquares) / n) + 1)
        : null,
  };
}

/** What least squares leaves over, without the effects: cheap, and defined for any ratings. */
export function additiveSums(table: RatingTable): AdditiveSums {
  const { residualSquares, degreesOfFreedom, isEstimable } = solveNormalEquations(table);
  return { residualSquares, degreesOfFreedom, isEstimable };
}
