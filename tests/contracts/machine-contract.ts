import type { Clock } from '@server/ports/clock.ts';
import type { Randomness } from '@server/ports/randomness.ts';
import { describe, expect, it } from 'vitest';
import { EpochMs, Id } from '@domain/kernel/ids.ts';

/** What every Clock keeps to. */
export function describeClock(name: string, clock: Clock): void {
  it(`clock: ${name} tells whole milliseconds that do not run backwards`, () => {
    const first = EpochMs.parse(clock.now());
    expect(clock.now()).toBeGreaterThanOrEqual(first);
  });
}

/** What every Randomness keeps to. */
export function describeRandomness(name: string, randomness: Randomness): void {
  describe(`randomness: ${name}`, () => {
    it('makes ids and tokens of the promised shape, never twice', () => {
      const ids = Array.from({ length: 500 }, () => Id.parse(randomness.id()));
      const tokens = Array.from({ length: 500 }, randomness.token);
      expect(new Set(ids).size).toBe(500);
      expect(new Set(tokens).size).toBe(500);
      for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    });

    it('draws every integer below a bound, and none else', () => {
      const drawn = new Set(Array.from({ length: 500 }, () => randomness.integer(6)));
      expect([...drawn].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    });
  });
}
