import type { EpochMs } from '../kernel/ids.ts';

/** So long may a judge with sheets left be silent before the organiser asks. */
export const SILENT_FOR_MS = 3 * 24 * 60 * 60_000;

/**
 * A judge is late who has sheets left and has neither been given any nor worked on one for three
 * days. Nobody is late before anything was given.
 */
export function isLate(
  judge: {
    readonly left: number;
    readonly lastActiveAt: EpochMs | null;
    readonly givenAt: EpochMs | null;
  },
  now: EpochMs,
): boolean {
  const { left, lastActiveAt, givenAt } = judge;
  if (left === 0 || (lastActiveAt === null && givenAt === null)) return false;
  return now - Math.max(lastActiveAt ?? 0, givenAt ?? 0) > SILENT_FOR_MS;
}
