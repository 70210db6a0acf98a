import type { DraftView } from '@contract/pupil.ts';
import { inTransaction } from '@server/store/database.ts';
import { findEntryOfPupil, insertDraftEntry } from '@server/store/queries/entries.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { draftView } from './own-entry.ts';

/** Two tabs that open at once get the same entry: one pupil, one entry, by constraint. */
export async function openDraft(
  { db, clock, randomness }: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
): Promise<DraftView> {
  caller.allow({});
  const { pupilId, editionId } = actingAs(caller, 'pupil');
  const begun = { id: randomness.id(), editionId, pupilId, createdAt: clock.now() };
  const entry = await inTransaction(db, async (trx) => {
    const existing = await findEntryOfPupil(trx, editionId, pupilId);
    if (existing !== null) return existing;
    await insertDraftEntry(trx, begun);
    return findEntryOfPupil(trx, editionId, pupilId);
  });
  if (entry === null) throw new Error(`pupil ${pupilId} has no entry after opening one`);
  return draftView(db, entry);
}
