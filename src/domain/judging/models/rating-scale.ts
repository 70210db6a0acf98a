/**
 * The rating-scale model at one logit θ: P(x) ∝ exp(x·θ − Σ_{k≤x} step_k) over the categories
 * x = 0 … m (Andrich 1978).
 */
export type ScaleMoments = {
  expected: number;
  variance: number;
  /** E(x − expected)⁴. */
  fourth: number;
  /** P(x), per category. */
  readonly probability: Float64Array;
};

export function momentsFor(categories: number): ScaleMoments {
  return { expected: 0, variance: 0, fourth: 0, probability: new Float64Array(categories) };
}

/** Fills `moments` for θ = `logit`; `steps[k − 1]` is the step into category k, in logits. */
export function momentsAt(moments: ScaleMoments, logit: number, steps: Float64Array): void {
  const { probability } = moments;
  let exponent = 0;
  let highest = 0;
  probability[0] = 0;
  for (let x = 1; x < probability.length; x += 1) {
    exponent += logit - steps[x - 1]!;
    probability[x] = exponent;
    highest = Math.max(highest, exponent);
  }
  let total = 0;
  let sum = 0;
  for (let x = 0; x < probability.length; x += 1) {
    const weight = Math.exp(probability[x]! - highest);
    probability[x] = weight;
    total += weight;
    sum += x * weight;
  }
  const expected = sum / total;
  let variance = 0;
  let fourth = 0;
  for (let x = 0; x < probability.length; x += 1) {
    probability[x]! /= total;
    const square = (x - expected) ** 2;
    variance += square * probability[x]!;
    fourth += square * square * probability[x]!;
  }
  moments.expected = expected;
  moments.variance = variance;
  moments.fourth = fourth;
}
