import type { HarbourView } from '@contract/pupil.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import type { EpochMs } from '@domain/kernel/ids.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Nights until a moment's day in Vietnam, a whole number; 0 on the day itself and after it. */
export function nightsUntil(moment: EpochMs, now: EpochMs): number {
  const [there, here] = [moment, now].map((at) => Date.parse(vietnamDay(at)));
  return Math.max(0, Math.round(((there ?? 0) - (here ?? 0)) / DAY_MS));
}

/** Submission has ended: what is not in can be looked at, no longer handed in. */
export function isOver({ phase }: HarbourView['edition']): boolean {
  return phase !== 'upcoming' && phase !== 'open';
}
