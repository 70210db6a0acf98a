/**
 * A repeatable source of numbers in [0, 1) from a 32-bit seed (mulberry32, T. Ettinger 2017,
 * public domain). For layouts, drawings and lots that must come out the same again; never for
 * secrets.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
