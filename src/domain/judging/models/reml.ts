import {
  equationsAt,
  type MixedDesign,
  type MixedEquations,
  type MixedSolution,
} from './mixed-equations.ts';
import { solveSmall } from './solve-small.ts';
import { sumsBy } from './rating-table.ts';

export type RemlOptimum = {
  /** Variance of each facet divided by the residual variance, ≥ 0. */
  readonly ratios: readonly number[];
  readonly residualVariance: number;
  readonly criterion: number;
  readonly solution: MixedSolution;
  readonly diagonals: ReturnType<MixedEquations['inverseDiagonals']> | null;
};

type Point = {
  readonly ratios: readonly number[];
  readonly equations: MixedEquations;
  readonly solution: MixedSolution;
  readonly residualVariance: number;
  readonly criterion: number;
};

/** Relative change of the ratios at which they count as found. */
const PRECISION = 1e-9;
const MAX_STEPS = 200;
/** Differences of the criterion below this share of it are rounding. */
const ROUNDING = 1e-12;
/** Where a ratio that rests at 0 is tried for a way up. */
const ABOVE_ZERO = 1e-4;

/** The criterion with the residual variance profiled out (Bates et al. 2015, eq. 42). */
function pointAt(design: MixedDesign, response: Float64Array, ratios: readonly number[]): Point {
  const equations = equationsAt(design, ratios);
  const solution = equations.solve(response);
  const degrees = design.rows - 1;
  const residualVariance = solution.penalisedSquares / degrees;
  const criterion =
    equations.logDeterminant + degrees * (1 + Math.log(2 * Math.PI * residualVariance));
  return { ratios, equations, solution, residualVariance, criterion };
}

/**
 * A step of average information (Gilmour, Thompson & Cullis 1995): variances + AI⁻¹·score, with
 * AI_kl = ½·fₖᵀPfₗ for working vectors f = V_k·P·y. Facets at 0 stay there.
 */
function averageInformationStep(
  design: MixedDesign,
  point: Point,
  inverseTraces: readonly number[],
): number[] {
  const { facets } = design.pattern;
  const { ratios, residualVariance, solution, equations } = point;
  const active = ratios.flatMap((ratio, index) => (ratio > 0 ? [index] : []));
  const variances = [...active.map((index) => ratios[index]! * residualVariance), residualVariance];

  const scores: number[] = [];
  const working: Float64Array[] = [];
  let freedom = design.rows - 1;
  for (const [at, index] of active.entries()) {
    const variance = variances[at]!;
    const effect = solution.effects[index]!;
    const facet = facets[index]!;
    const determined = effect.length - inverseTraces[index]!;
    freedom -= determined;
    const squares = effect.reduce((sum, value) => sum + value * value, 0);
    scores.push(-0.5 * (determined / variance - squares / variance ** 2));
    working.push(Float64Array.from(facet.of, (level) => effect[level]! / variance));
  }
  const { residual } = solution;
  const squares = residual.reduce((sum, value) => sum + value * value, 0);
  scores.push(-0.5 * (freedom / residualVariance - squares / residualVariance ** 2));
  working.push(residual.map((value) => value / residualVariance));

  const projected = working.map((vector) =>
    equations.solve(vector).residual.map((value) => value / residualVariance),
  );
  const information = working.map((f) =>
    projected.map((p) => 0.5 * f.reduce((sum, value, row) => sum + value * p[row]!, 0)),
  );
  const step = solveSmall(information, scores);
  // Beyond a tenth or tenfold in one step the quadratic picture means nothing.
  const next = variances.map((variance, at) => Math.min(variance + step[at]!, 10 * variance));
  const residualNext = Math.max(next.at(-1)!, residualVariance / 10);
  const moved = [...ratios];
  for (const [at, index] of active.entries()) moved[index] = Math.max(0, next[at]! / residualNext);
  return moved;
}

const between = (from: readonly number[], to: readonly number[], share: number) =>
  from.map((value, index) => value + share * (to[index]! - value));

function relativeChange(from: readonly number[], to: readonly number[]): number {
  return Math.max(
    0,
    ...from.map((value, index) => (value > 0 ? Math.abs(to[index]! - value) / value : 0)),
  );
}

/** Facets at 0 whose criterion falls on leaving it are set a little above. */
function releaseZeros(design: MixedDesign, response: Float64Array, point: Point): Point {
  for (const [index, ratio] of point.ratios.entries()) {
    if (ratio > 0) continue;
    const raised = pointAt(design, response, point.ratios.with(index, ABOVE_ZERO));
    if (raised.criterion < point.criterion) return raised;
  }
  return point;
}

/** A rough start: spread of the facet's means beyond what the residuals alone would give. */
function startingRatios(
  design: MixedDesign,
  response: Float64Array,
  residualVariance: number,
): number[] {
  return design.pattern.facets.map((facet) => {
    const means = sumsBy(facet, response).map((sum, level) => sum / facet.count[level]!);
    const squares = means.reduce((sum, mean) => sum + mean * mean, 0) / (means.length - 1);
    const noise = facet.count.reduce((sum, count) => sum + 1 / count, 0) / means.length;
    return Math.max(0.05, squares / residualVariance - noise);
  });
}

/**
 * Variance ratios that minimise the REML criterion: steps of average information, halved until
 * the criterion falls, kept at or above 0. A variance whose best value is below 0 ends at exactly
 * 0. `residualVariance` is a first guess. The response is expected to be centred.
 */
export function maximiseReml(
  design: MixedDesign,
  response: Float64Array,
  residualVariance: number,
): RemlOptimum {
  let point = pointAt(design, response, startingRatios(design, response, residualVariance));
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const diagonals = point.equations.inverseDiagonals();
    const traces = diagonals.full.map((part) => part.reduce((sum, value) => sum + value, 0));
    const target = averageInformationStep(design, point, traces);
    let next: Point | null = null;
    for (let share = 1; share > 1e-6 && next === null; share /= 2) {
      const ratios = between(point.ratios, target, share);
      if (relativeChange(point.ratios, ratios) < PRECISION) break;
      const trial = pointAt(design, response, ratios);
      if (trial.criterion - point.criterion <= ROUNDING * Math.abs(point.criterion)) next = trial;
    }
    if (next === null) {
      next = releaseZeros(design, response, point);
      if (next === point) return { ...point, diagonals };
    }
    point = next;
  }
  return { ...point, diagonals: null };
}
