import type { HarbourView } from '@contract/pupil.ts';
import { ageInYears } from '@domain/classroom/consent.ts';
import { ageBandOf } from '@domain/contest/age-band.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { editionView } from '@domain/contest/edition.ts';
import { receiptOf } from '@domain/entry/entry.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { findEdition } from '@server/store/queries/editions.ts';
import { findDraftVersion, findEntryOfPupil } from '@server/store/queries/entries.ts';
import { findPupilIdentity } from '@server/store/queries/pupils.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

export async function readHarbour(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<HarbourView> {
  caller.allow({});
  const { pupilId, editionId } = actingAs(caller, 'pupil');
  const identity = await findPupilIdentity(db, pupilId);
  const edition = await findEdition(db, editionId);
  if (identity === null || edition === null) throw refuse('not-found');
  const entry = await findEntryOfPupil(db, editionId, pupilId);
  const head = entry === null ? null : await findDraftVersion(db, entry.id);
  const { fullName, className, schoolName, birthDate } = identity;
  return {
    fullName,
    className,
    schoolName,
    ageBand: ageBandOf(ageInYears(birthDate, vietnamDay(clock.now()))),
    edition: editionView(edition, clock.now()),
    entry:
      entry === null
        ? null
        : {
            state: entry.state,
            title: entry.title,
            pageCount: entry.pageCount,
            savedAt: head?.savedAt ?? null,
            receipt: receiptOf(entry),
          },
  };
}
