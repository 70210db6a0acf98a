export const ALPHA_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type AlphaLevel = (typeof ALPHA_LEVELS)[number];

/** Squared difference of two values, given as positions in the ascending list of values. */
type Difference = (c: number, k: number) => number;

/**
 * Krippendorff's alpha, 1 − observed/expected disagreement (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability), at four levels of measurement. `scores` holds the scores of
 * each entry, however many; an entry with fewer than two says nothing about agreement and is left
 * out. Null where all scores that count are equal, and, for the ratio level, where one is negative.
 */
export function krippendorffAlpha(
  scores: readonly (readonly number[])[],
): Readonly<Record<AlphaLevel, number | null>> {
  const paired = scores.filter((unit) => unit.length > 1);
  const values = [...new Set(paired.flat())].sort((a, b) => a - b);
  const position = new Map(values.map((value, index) => [value, index]));
  const units = paired.map((unit) => Int32Array.from(unit, (value) => position.get(value)!));
  const frequency = new Float64Array(values.length);
  for (const unit of units) for (const value of unit) frequency[value]! += 1;

  const upTo = new Float64Array(values.length);
  let running = 0;
  for (const [index, count] of frequency.entries()) {
    running += count;
    upTo[index] = running;
  }
  const alpha = (difference: Difference) => alphaFrom(units, frequency, difference);
  return {
    nominal: alpha((c, k) => (c === k ? 0 : 1)),
    // Ranks between the two, each end counted half.
    ordinal: alpha((c, k) => (upTo[k]! - upTo[c]! + (frequency[c]! - frequency[k]!) / 2) ** 2),
    interval: alpha((c, k) => (values[c]! - values[k]!) ** 2),
    ratio:
      (values[0] ?? 0) < 0
        ? null
        : alpha((c, k) => ((values[c]! - values[k]!) / (values[c]! + values[k]!)) ** 2),
  };
}

function alphaFrom(
  units: readonly Int32Array[],
  frequency: Float64Array,
  difference: Difference,
): number | null {
  let observed = 0;
  let n = 0;
  for (const unit of units) {
    n += unit.length;
    let sum = 0;
    for (let a = 1; a < unit.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        if (unit[a] !== unit[b]) sum += difference(unit[b]!, unit[a]!);
      }
    }
    observed += sum / (unit.length - 1);
  }
  let expected = 0;
  for (let c = 1; c < frequency.length; c += 1) {
    for (let k = 0; k < c; k += 1) expected += frequency[c]! * frequency[k]! * difference(k, c);
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}
