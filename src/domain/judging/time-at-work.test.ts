import { expect, it } from 'vitest';
import { LONGEST_GAP_MS, seenAtWork, type TimeAtWork } from './time-at-work.ts';

const UNSEEN: TimeAtWork = { openedAt: null, seenAt: null, activeMs: 0 };
const after = (...moments: number[]) => moments.reduce(seenAtWork, UNSEEN);

it('adds up the gaps in which a judge was at work', () => {
  expect(after(1000, 21_000, 30_000)).toEqual({ openedAt: 1000, seenAt: 30_000, activeMs: 29_000 });
});

it('counts no pause longer than a minute', () => {
  expect(after(0, LONGEST_GAP_MS, 2 * LONGEST_GAP_MS + 1).activeMs).toBe(LONGEST_GAP_MS);
});

it('counts nothing backwards when clocks differ', () => {
  expect(after(50_000, 40_000, 60_000)).toEqual({
    openedAt: 50_000,
    seenAt: 60_000,
    activeMs: 10_000,
  });
});
