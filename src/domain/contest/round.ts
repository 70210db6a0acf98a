import type { EpochMs } from '../kernel/ids.ts';

/** The moments of a round. The organiser may close earlier than `closesAt`, never later. */
export type RoundTimes = {
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly submissionClosedAt: EpochMs | null;
  readonly judgingClosedAt: EpochMs | null;
  readonly publishedAt: EpochMs | null;
};

export const ROUND_PHASES = ['upcoming', 'open', 'judging', 'decided', 'published'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

/** The moment at which submission ended or will end, milliseconds. */
export function submissionEndsAt(round: RoundTimes): EpochMs {
  return Math.min(round.closesAt, round.submissionClosedAt ?? round.closesAt);
}

/**
 * Where a round stands at a moment: the clock says so when a request arrives, no job has to run.
 * The interval of submission is `opensAt <= now < end`.
 */
export function phaseOf(round: RoundTimes, now: EpochMs): RoundPhase {
  if (round.publishedAt !== null) return 'published';
  if (round.judgingClosedAt !== null) return 'decided';
  if (now < round.opensAt) return 'upcoming';
  return now < submissionEndsAt(round) ? 'open' : 'judging';
}

/** Judges may write as long as the round is neither decided nor published, also on early entries. */
export function judgingOpen(round: RoundTimes): boolean {
  return round.judgingClosedAt === null && round.publishedAt === null;
}
