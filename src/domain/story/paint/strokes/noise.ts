/** A repeatable number in [0, 1) for a place in a stroke, whatever was asked before. */
export function noiseAt(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** The same, without jumps: falls and rises over `period` indices. */
export function driftAt(seed: number, index: number, period: number): number {
  const at = Math.floor(index / period);
  const share = index / period - at;
  const eased = share * share * (3 - 2 * share);
  return noiseAt(seed, at) * (1 - eased) + noiseAt(seed, at + 1) * eased;
}
