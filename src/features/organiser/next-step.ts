import type { Overview } from '@contract/organiser.ts';

export const ROUND_DEEDS = ['close-submission', 'close-judging'] as const;
export type RoundDeed = (typeof ROUND_DEEDS)[number];

/** What the organiser does next: a deed of the round, or a place to go to. */
export type NextStep = RoundDeed | 'prepare' | 'assign' | 'decide' | 'gallery';

type Facts = Pick<Overview, 'edition' | 'entries' | 'sheets'>;

/** The one thing to do next, as the phase and the numbers say. */
export function nextStep({ edition, entries }: Facts): NextStep {
  switch (edition.phase) {
    case 'upcoming':
      return 'prepare';
    case 'open':
      return entries.unassigned > 0 ? 'assign' : 'close-submission';
    case 'judging':
      return entries.unassigned > 0 ? 'assign' : 'close-judging';
    case 'decided':
      return 'decide';
    case 'published':
      return 'gallery';
  }
}

/** Everything that may be done to the round now; the server refuses the rest. */
export function possibleDeeds({ edition }: Pick<Facts, 'edition'>): RoundDeed[] {
  return ROUND_DEEDS.filter(
    (deed) => edition.phase === (deed === 'close-submission' ? 'open' : 'judging'),
  );
}

/** Sheets that judges have and did not hand in: untouched (`assigned`) or begun. */
export function unfinishedSheets({ sheets }: Pick<Facts, 'sheets'>): number {
  return sheets.assigned + sheets.started;
}
