import {
  countMatrix,
  factorArrow,
  inverseDiagonal,
  solveArrow,
  type ArrowMatrix,
  type ArrowPattern,
} from './arrow-system.ts';
import { strideFor } from './dense.ts';
import { sumsBy } from './rating-table.ts';

export type MixedDesign = {
  readonly pattern: ArrowPattern;
  readonly counts: ArrowMatrix;
  readonly rows: number;
};

export type MixedSolution = {
  readonly intercept: number;
  /** Predicted effects per facet, in the units of the response. */
  readonly effects: readonly Float64Array[];
  readonly residual: Float64Array;
  /** |y − β − Zb|² + |u|². */
  readonly penalisedSquares: number;
};

/** Henderson's equations at fixed variance ratios. */
export type MixedEquations = {
  readonly solve: (response: Float64Array) => MixedSolution;
  /** log|ΛᵀZᵀZΛ + I| + log|R_X|² in the notation of lme4. */
  readonly logDeterminant: number;
  /**
   * Diagonals of the scaled inverse per facet: `given` treats the intercept as known (times the
   * variance of the facet: lme4's condVar), `full` counts its uncertainty in.
   */
  readonly inverseDiagonals: () => { given: Float64Array[]; full: Float64Array[] };
};

export function mixedDesign(pattern: ArrowPattern): MixedDesign {
  return { pattern, counts: countMatrix(pattern), rows: pattern.facets[0]!.of.length };
}

/**
 * Henderson's mixed-model equations for score = β + Σ effects + error in the spherical form of
 * Bates et al. 2015 (J. Stat. Softw. 67(1), eq. 18), which stays regular when a variance is 0:
 *
 *     | ΛᵀZᵀZΛ + I   ΛᵀZᵀ1 | |u|   |ΛᵀZᵀy|
 *     | 1ᵀZΛ         n     | |β| = |1ᵀy  |        b = Λu,   Λ = diag √ratio
 *
 * `ratios` are the variances of the facets divided by the residual variance, ≥ 0.
 */
export function equationsAt(design: MixedDesign, ratios: readonly number[]): MixedEquations {
  const { pattern, counts, rows } = design;
  const { facets, eliminated, offset, size, column } = pattern;
  const scales = ratios.map(Math.sqrt);
  const own = scales[eliminated]!;
  const scaleOf = new Float64Array(size);
  for (const [index, facet] of facets.entries()) {
    if (index === eliminated) continue;
    scaleOf.fill(scales[index]!, offset[index]!, offset[index]! + facet.ids.length);
  }
  const factored = factorArrow(pattern, {
    diagonal: counts.diagonal.map((count) => ratios[eliminated]! * count + 1),
    cross: counts.cross.map((count, slot) => own * scaleOf[column[slot]!]! * count),
    dense: scaledDense(counts.dense, scaleOf, size),
  });

  const solveScaled = (sums: readonly Float64Array[]) => {
    const out = sums[eliminated]!.map((sum) => sum * own);
    const dense = new Float64Array(size);
    for (const [index, sum] of sums.entries()) {
      if (index === eliminated) continue;
      for (let k = 0; k < sum.length; k += 1) dense[offset[index]! + k] = sum[k]! * scales[index]!;
    }
    solveArrow(factored, out, dense);
    return facets.map((facet, index) =>
      index === eliminated ? out : dense.slice(offset[index]!, offset[index]! + facet.ids.length),
    );
  };
  /** 1ᵀZΛu */
  const fittedSum = (u: readonly Float64Array[]) =>
    u.reduce((sum, part, index) => {
      const { count } = facets[index]!;
      return sum + scales[index]! * part.reduce((all, value, k) => all + value * count[k]!, 0);
    }, 0);

  const towardsIntercept = solveScaled(facets.map((facet) => facet.count));
  const interceptPivot = rows - fittedSum(towardsIntercept);

  function solve(response: Float64Array): MixedSolution {
    const u = solveScaled(facets.map((facet) => sumsBy(facet, response)));
    const sum = response.reduce((all, value) => all + value, 0);
    const intercept = (sum - fittedSum(u)) / interceptPivot;
    let penalisedSquares = 0;
    const effects = u.map((part, index) =>
      part.map((value, k) => {
        const spherical = value - intercept * towardsIntercept[index]![k]!;
        penalisedSquares += spherical * spherical;
        return scales[index]! * spherical;
      }),
    );
    const residual = response.map((value, row) => {
      let rest = value - intercept;
      for (let index = 0; index < facets.length; index += 1) {
        rest -= effects[index]![facets[index]!.of[row]!]!;
      }
      penalisedSquares += rest * rest;
      return rest;
    });
    return { intercept, effects, residual, penalisedSquares };
  }

  return {
    solve,
    logDeterminant:
      factored.diagonal.reduce((sum, pivot) => sum + Math.log(pivot), 0) +
      factored.schur.logDeterminant +
      Math.log(interceptPivot),
    inverseDiagonals() {
      const given = inverseDiagonal(factored);
      const full = given.map((part, index) =>
        part.map((value, k) => value + towardsIntercept[index]![k]! ** 2 / interceptPivot),
      );
      return { given, full };
    },
  };
}

function scaledDense(counts: Float64Array, scaleOf: Float64Array, size: number): Float64Array {
  const stride = strideFor(size);
  const dense = new Float64Array(counts.length);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      dense[i * stride + j] = scaleOf[i]! * scaleOf[j]! * counts[i * stride + j]!;
    }
    dense[i * stride + i]! += 1;
  }
  return dense;
}
