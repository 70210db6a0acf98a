import type { EpochMs } from '../kernel/ids.ts';

/** A judge of whom nothing is heard for longer than this was not at work meanwhile. */
export const LONGEST_GAP_MS = 60_000;
/** How often an open desk says that somebody is at work. */
export const SEEN_EVERY_MS = 20_000;

export type TimeAtWork = {
  readonly openedAt: EpochMs | null;
  readonly seenAt: EpochMs | null;
  /** Milliseconds. */
  readonly activeMs: number;
};

/**
 * Time at work on a sheet once somebody is seen at it, by the server's clock. Gaps of up to a
 * minute count whole, longer ones not at all: whoever leaves the desk open does not look slow.
 */
export function seenAtWork(before: TimeAtWork, now: EpochMs): TimeAtWork {
  const gap = before.seenAt === null ? 0 : now - before.seenAt;
  return {
    openedAt: before.openedAt ?? now,
    seenAt: Math.max(before.seenAt ?? now, now),
    activeMs: before.activeMs + (gap > 0 && gap <= LONGEST_GAP_MS ? gap : 0),
  };
}
