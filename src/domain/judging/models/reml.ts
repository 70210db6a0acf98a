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
/** After so many steps without a gain beyond rounding nothing more can be found. */
const QUIET_STEPS = 4;
/** Where a ratio that rests at 0 is tried for a way up. */
const ABOVE_ZERO = 1e-4;
/** A ratio below this may do better at 0. */
const SMALL = 0.1;

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

type Score = {
  /** Facets whose variance is above 0. */
  readonly active: readonly number[];
  /** Variances of those, then of the residuals; each further list is in the same order. */
  readonly variances: readonly number[];
  /** Sum of squared effects, or residuals. */
  readonly squares: readonly number[];
  /** tr(P·V_k) times the variance: how many of the effects the ratings determine. */
  readonly determined: readonly number[];
  readonly levels: readonly number[];
};

const sumOfSquares = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value * value, 0);

function scoreAt(design: MixedDesign, point: Point, inverseTraces: readonly number[]): Score {
  const { ratios, residualVariance, solution } = point;
  const active = ratios.flatMap((ratio, index) => (ratio > 0 ? [index] : []));
  const effects = active.map((index) => solution.effects[index]!);
  const determined = active.map((index, at) => effects[at]!.length - inverseTraces[index]!);
  const rest = determined.reduce((left, count) => left - count, design.rows - 1);
  return {
    active,
    variances: [...active.map((index) => ratios[index]! * residualVariance), residualVariance],
    squares: [...effects, solution.residual].map(sumOfSquares),
    determined: [...determined, rest],
    levels: [...effects.map((effect) => effect.length), design.rows],
  };
}

function ratiosFrom(point: Point, { active }: Score, variances: readonly number[]): number[] {
  const moved = [...point.ratios];
  for (const [at, index] of active.entries()) {
    moved[index] = Math.max(0, variances[at]! / variances.at(-1)!);
  }
  return moved;
}

/**
 * A step of average information (Gilmour, Thompson & Cullis 1995): variances + AI⁻¹·score, with
 * AI_kl = ½·fₖᵀPfₗ for working vectors f = V_k·P·y. Where the predicted effects happen to vanish AI
 * would see no information at all; ½·(tr P·V_k)²/levels, which the expected information never
 * falls below, is its floor. Facets at 0 stay there.
 */
function averageInformationStep(design: MixedDesign, point: Point, score: Score): number[] {
  const { residualVariance, solution, equations } = point;
  const { active, variances, squares, determined, levels } = score;
  const slopes = variances.map(
    (variance, k) => -0.5 * (determined[k]! / variance - squares[k]! / variance ** 2),
  );
  const working = [
    ...active.map((index, at) => {
      const effect = solution.effects[index]!;
      const { of } = design.pattern.facets[index]!;
      return Float64Array.from(of, (level) => effect[level]! / variances[at]!);
    }),
    solution.residual.map((value) => value / residualVariance),
  ];
  const projected = working.map((vector) =>
    equations.solve(vector).residual.map((value) => value / residualVariance),
  );
  const information = working.map((f, k) =>
    projected.map((p, l) => {
      const average = 0.5 * f.reduce((sum, value, row) => sum + value * p[row]!, 0);
      const floor = (0.5 * (determined[k]! / variances[k]!) ** 2) / levels[k]!;
      return k === l ? Math.max(average, floor) : average;
    }),
  );
  return ratiosFrom(point, score, nextVariances(variances, slopes, information));
}

/**
 * Variances at the top of the quadratic with these slopes and this information, none below 0: one
 * that would be is held at 0 and the others are found given that.
 */
function nextVariances(
  variances: readonly number[],
  slopes: readonly number[],
  information: readonly number[][],
): number[] {
  const next = [...variances];
  const residual = variances.length - 1;
  let free = variances.map((_, k) => k);
  for (;;) {
    const held = variances.flatMap((_, k) => (free.includes(k) ? [] : [k]));
    const step = solveSmall(
      free.map((k) => free.map((l) => information[k]![l]!)),
      free.map((k) =>
        held.reduce((sum, l) => sum + information[k]![l]! * variances[l]!, slopes[k]!),
      ),
    );
    for (const [at, k] of free.entries()) next[k] = variances[k]! + step[at]!;
    const below = free.filter((k) => k !== residual && next[k]! <= 0);
    for (const k of below) next[k] = 0;
    if (below.length === 0) break;
    free = free.filter((k) => !below.includes(k));
  }
  next[residual] = Math.max(next[residual]!, variances[residual]! / 10);
  return next;
}

/** A step of expectation–maximisation: slow, but the criterion never rises (Harville 1977). */
function expectationStep(point: Point, score: Score): number[] {
  const { variances, squares, determined, levels } = score;
  const next = variances.map(
    (variance, k) => (squares[k]! + variance * (levels[k]! - determined[k]!)) / levels[k]!,
  );
  return ratiosFrom(point, score, next);
}

const between = (from: readonly number[], to: readonly number[], share: number) =>
  from.map((value, index) => value + share * (to[index]! - value));

function relativeChange(from: readonly number[], to: readonly number[]): number {
  return Math.max(
    0,
    ...from.map((value, index) => (value > 0 ? Math.abs(to[index]! - value) / value : 0)),
  );
}

/** A point on the way to `target` where the criterion is not higher; null when none is left. */
function lowered(
  design: MixedDesign,
  response: Float64Array,
  point: Point,
  target: readonly number[],
): Point | null {
  for (let share = 1; share > 0.01; share /= 2) {
    const ratios = between(point.ratios, target, share);
    if (relativeChange(point.ratios, ratios) < PRECISION) return null;
    const trial = pointAt(design, response, ratios);
    const rise = trial.criterion - point.criterion;
    if (rise <= ROUNDING * Math.abs(point.criterion)) return trial;
  }
  return null;
}

/**
 * A look across the border: a facet at 0 whose criterion falls on leaving it is set a little
 * above, and a small one that is better off at 0 is set there.
 */
function acrossZero(design: MixedDesign, response: Float64Array, point: Point): Point | null {
  for (const [index, ratio] of point.ratios.entries()) {
    if (ratio > SMALL) continue;
    const other = pointAt(design, response, point.ratios.with(index, ratio > 0 ? 0 : ABOVE_ZERO));
    if (other.criterion < point.criterion) return other;
  }
  return null;
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
  let quietSteps = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const diagonals = point.equations.inverseDiagonals();
    const traces = diagonals.full.map((part) => part.reduce((sum, value) => sum + value, 0));
    const score = scoreAt(design, point, traces);
    const target = averageInformationStep(design, point, score);
    const isSettled =
      quietSteps === QUIET_STEPS || relativeChange(point.ratios, target) < PRECISION;
    const next =
      (isSettled ? null : lowered(design, response, point, target)) ??
      acrossZero(design, response, point) ??
      (isSettled ? null : lowered(design, response, point, expectationStep(point, score)));
    if (next === null) return { ...point, diagonals };
    const gain = point.criterion - next.criterion;
    quietSteps = gain > ROUNDING * Math.abs(point.criterion) ? 0 : quietSteps + 1;
    point = next;
  }
  return { ...point, diagonals: null };
}
