import type { EpochMs, IsoDay } from '../kernel/ids.ts';

const VIETNAM_OFFSET_MS = 7 * 60 * 60_000;

/** The calendar day in Vietnam at a moment: UTC+7 all year, without summer time. */
export function vietnamDay(at: EpochMs): IsoDay {
  return new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}
