/** A stream of numbers in [0, 1). */
export type Random = () => number;

/**
 * A repeatable source of numbers in [0, 1) from a 32-bit seed (mulberry32, T. Ettinger 2017,
 * public domain). For layouts, drawings and lots that must come out the same again; never for
 * secrets.
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export function between(random: Random, min: number, max: number): number {
  return min + random() * (max - min);
}

/** min to max, both included. */
export function integerBetween(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}

/** A new array in random order (Fisher-Yates). */
export function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = integerBetween(random, 0, i);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
