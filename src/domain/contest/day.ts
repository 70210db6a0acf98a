import type { EpochMs, IsoDay } from '../kernel/ids.ts';

const VIETNAM_OFFSET_MS = 7 * 60 * 60_000;

/** The calendar day in Vietnam at a moment: UTC+7 all year, without summer time. */
export function vietnamDay(at: EpochMs): IsoDay {
  return new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

const DAY_MS = 24 * 60 * 60_000;

/** The moment at which that day began in Vietnam, milliseconds. */
export function vietnamMidnight(at: EpochMs): EpochMs {
  return Math.floor((at + VIETNAM_OFFSET_MS) / DAY_MS) * DAY_MS - VIETNAM_OFFSET_MS;
}
