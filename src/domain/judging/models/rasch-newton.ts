import {
  arrowPattern,
  denseDiagonal,
  emptyMatrix,
  factorArrow,
  solveArrow,
  type ArrowMatrix,
  type ArrowPattern,
} from './arrow-system.ts';
import { strideFor } from './dense.ts';
import { momentsAt, momentsFor } from './rating-scale.ts';
import type { RaschObservations } from './rasch-observations.ts';
import type { Facet } from './rating-table.ts';

/** Logits at which the joint likelihood is highest; each facet counts as raising the score. */
export type RaschEstimates = {
  /** Per facet and id, 0 for ids that were set aside. Judges and criteria: generosity, ease. */
  readonly measures: readonly Float64Array[];
  /** Step into each category but the lowest. */
  readonly steps: Float64Array;
  readonly logLik: number;
};

/** A pivot this far below what it was at the start holds no information. */
const SINGULAR = 1e-10;
const MAX_STEPS = 100;
/** Newton decrement, in units of log-likelihood, below which the maximum counts as found. */
const PRECISION = 1e-18;
/** A fall of the log-likelihood below this share of it is no fall. */
const ROUNDING = 1e-13;
type Derivatives = {
  readonly matrix: ArrowMatrix;
  readonly out: Float64Array;
  readonly dense: Float64Array;
};

/**
 * Joint (unconditional) maximum likelihood by Newton's method on all parameters at once. The
 * log-likelihood is concave, and its second derivatives have the arrow shape of the additive
 * model. Shifts that the data do not determine (the origin of a facet, of a disconnected part)
 * are redundant unknowns of that system and are left for the caller to fix.
 *
 * Null when the likelihood has no finite maximum.
 */
export function estimateRasch(observations: RaschObservations): RaschEstimates | null {
  const { counted, category, labels } = observations;
  const facets = observations.facets.map((facet) => restricted(facet, counted));
  const x = Int32Array.from(counted, (row) => category[row]!);
  const stepCount = labels.length - 1;
  if (stepCount < 1) return null;
  const pattern = arrowPattern(facets, stepCount);

  let measures: Float64Array[] = facets.map((facet) => new Float64Array(facet.ids.length));
  let steps = startingSteps(x, stepCount);
  let logLik = logLikelihood(facets, x, measures, steps);
  let atStart: { readonly out: Float64Array; readonly dense: Float64Array; rank: number } | null =
    null;
  for (let iteration = 0; iteration < MAX_STEPS; iteration += 1) {
    const { matrix, out, dense } = derivatives(pattern, x, measures, steps);
    const gradients = [out.slice(), dense.slice()];
    const scale: Float64Array = atStart?.dense ?? denseDiagonal(pattern, matrix);
    const factored = factorArrow(pattern, matrix, SINGULAR, scale);
    const { rank } = factored.schur;
    atStart ??= { out: matrix.diagonal, dense: scale, rank };
    // On the way to infinity probabilities go to 0 and 1, and information is lost.
    const isFading = matrix.diagonal.some((value, k) => value < SINGULAR * atStart!.out[k]!);
    if (isFading || rank < atStart.rank) return null;
    solveArrow(factored, out, dense);
    const decrement = dot(out, gradients[0]!) + dot(dense, gradients[1]!);
    const direction = facets.map((facet, index) =>
      index === pattern.eliminated
        ? out
        : dense.subarray(pattern.offset[index]!, pattern.offset[index]! + facet.ids.length),
    );
    const ease = dense.subarray(pattern.extraOffset);
    const isLast = decrement < PRECISION * Math.max(1, -logLik);
    let share = 1;
    for (;;) {
      const nextMeasures = measures.map((part, index) => moved(part, direction[index]!, share));
      const nextSteps = moved(steps, ease, -share);
      const next = logLikelihood(facets, x, nextMeasures, nextSteps);
      if (logLik - next <= ROUNDING * -logLik || share < 1e-6) {
        measures = nextMeasures;
        steps = nextSteps;
        logLik = next;
        break;
      }
      share /= 2;
    }
    if (isLast) return { measures: unrestricted(observations, facets, measures), steps, logLik };
  }
  return null;
}

/** The facet as seen by the counted ratings only. */
function restricted(facet: Facet, counted: readonly number[]): Facet {
  const levels = [...new Set(counted.map((row) => facet.of[row]!))].sort((a, b) => a - b);
  const newLevel = new Map(levels.map((level, index) => [level, index]));
  const of = Int32Array.from(counted, (row) => newLevel.get(facet.of[row]!)!);
  const count = new Float64Array(levels.length);
  for (const level of of) count[level]! += 1;
  return { ids: levels.map((level) => facet.ids[level]!), of, count };
}

function unrestricted(
  observations: RaschObservations,
  facets: readonly Facet[],
  measures: readonly Float64Array[],
): Float64Array[] {
  return observations.facets.map((facet, index) => {
    const known = new Map(facets[index]!.ids.map((id, level) => [id, measures[index]![level]!]));
    return Float64Array.from(facet.ids, (id) => known.get(id) ?? 0);
  });
}

/** Neighbouring categories used equally often are equally likely at 0: step = log(n_k−1 / n_k). */
function startingSteps(x: Int32Array, stepCount: number): Float64Array {
  const used = new Float64Array(stepCount + 1);
  for (const category of x) used[category]! += 1;
  return Float64Array.from({ length: stepCount }, (_, k) => Math.log(used[k]! / used[k + 1]!));
}

function derivatives(
  pattern: ArrowPattern,
  x: Int32Array,
  measures: readonly Float64Array[],
  steps: Float64Array,
): Derivatives {
  const { facets, eliminated, offset, extraOffset, size, start, slots } = pattern;
  const stride = strideFor(size);
  const matrix = emptyMatrix(pattern);
  const { diagonal, cross, dense: second } = matrix;
  const out = new Float64Array(diagonal.length);
  const dense = new Float64Array(size);
  const moments = momentsFor(steps.length + 1);
  const atLeast = new Float64Array(steps.length);
  const withScore = new Float64Array(steps.length);
  for (let row = 0; row < x.length; row += 1) {
    momentsAt(moments, logitOf(facets, measures, row), steps);
    const { probability, expected, variance } = moments;
    const rest = x[row]! - expected;
    // Per step: P(x ≥ k) and Cov(x, [x ≥ k]).
    let tail = 0;
    let tailSum = 0;
    for (let k = steps.length; k > 0; k -= 1) {
      tail += probability[k]!;
      tailSum += k * probability[k]!;
      atLeast[k - 1] = tail;
      withScore[k - 1] = tailSum - expected * tail;
    }
    const level = facets[eliminated]!.of[row]!;
    const firstStepSlot = start[level + 1]! - steps.length;
    diagonal[level]! += variance;
    out[level]! += rest;
    for (let k = 0; k < steps.length; k += 1) {
      cross[firstStepSlot + k]! += withScore[k]!;
      dense[extraOffset + k]! += (x[row]! > k ? 1 : 0) - atLeast[k]!;
      const base = (extraOffset + k) * stride + extraOffset;
      for (let l = 0; l <= k; l += 1) second[base + l]! += atLeast[k]! * (1 - atLeast[l]!);
    }
    for (let index = 0; index < facets.length; index += 1) {
      if (index === eliminated) continue;
      const column = offset[index]! + facets[index]!.of[row]!;
      cross[slots[index]![row]!]! += variance;
      dense[column]! += rest;
      for (let other = 0; other <= index; other += 1) {
        if (other === eliminated) continue;
        second[column * stride + offset[other]! + facets[other]!.of[row]!]! += variance;
      }
      for (let k = 0; k < steps.length; k += 1) {
        second[(extraOffset + k) * stride + column]! += withScore[k]!;
      }
    }
  }
  return { matrix, out, dense };
}

function logLikelihood(
  facets: readonly Facet[],
  x: Int32Array,
  measures: readonly Float64Array[],
  steps: Float64Array,
): number {
  const moments = momentsFor(steps.length + 1);
  let sum = 0;
  for (let row = 0; row < x.length; row += 1) {
    momentsAt(moments, logitOf(facets, measures, row), steps);
    sum += Math.log(moments.probability[x[row]!]!);
  }
  return sum;
}

export function logitOf(
  facets: readonly Facet[],
  measures: readonly Float64Array[],
  row: number,
): number {
  let logit = 0;
  for (let index = 0; index < facets.length; index += 1) {
    logit += measures[index]![facets[index]!.of[row]!]!;
  }
  return logit;
}

const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, index) => sum + value * b[index]!, 0);

const moved = (from: Float64Array, direction: Float64Array, share: number) =>
  from.map((value, index) => value + share * direction[index]!);
