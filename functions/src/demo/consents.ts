import {
  CONSENT_TEXT_VERSION,
  type ConsentParty,
  needsChildAssent,
  type Purpose,
} from '@domain/classroom/consent.ts';
import type { Id, IsoDay } from '@domain/kernel/ids.ts';
import { randomFrom } from '@domain/kernel/random.ts';
import type { ConsentTable } from '@server/store/tables/people.ts';

type Slip = {
  readonly pupilId: Id;
  readonly birthDate: IsoDay;
  readonly teacherId: Id;
  /** Which entry the pupil is an author of, counted from 0; null without one. */
  readonly entryIndex: number | null;
};

type Facts = { readonly today: IsoDay; readonly recordedAt: number; readonly newId: () => Id };

/**
 * The ledger of the demo. Of ten entries seven may be shown, four of these with names; of the other
 * three one lacks the child's word, one was refused, and one has no word at all.
 */
export function writeLedger(slips: readonly Slip[], facts: Facts): ConsentTable[] {
  const random = randomFrom(1956);
  const rows: ConsentTable[] = [];
  const say = (slip: Slip, purpose: Purpose, party: ConsentParty, granted: boolean) => {
    rows.push({
      id: facts.newId(),
      pupil_id: slip.pupilId,
      purpose,
      party,
      granted: granted ? 1 : 0,
      evidence: 'paper-slip',
      text_version: CONSENT_TEXT_VERSION,
      recorded_by: slip.teacherId,
      recorded_at: facts.recordedAt,
    });
  };
  for (const slip of slips) {
    const asksChild = needsChildAssent(slip.birthDate, facts.today);
    const agree = (...purposes: Purpose[]) => {
      for (const purpose of purposes) {
        say(slip, purpose, 'guardian', true);
        if (asksChild) say(slip, purpose, 'child', true);
      }
    };
    if (slip.entryIndex === null) {
      if (random() < 0.5) agree('take-part', 'judge');
      continue;
    }
    const kind = slip.entryIndex % 10;
    agree('take-part', 'judge');
    if (kind < 7) agree('gallery');
    if (kind < 4) agree('name', 'print');
    if (kind === 7) say(slip, 'gallery', asksChild ? 'guardian' : 'child', true);
    if (kind === 8) say(slip, 'gallery', 'guardian', false);
  }
  return rows;
}
