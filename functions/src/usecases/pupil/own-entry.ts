import type { DraftView } from '@contract/pupil.ts';
import { type Entry, receiptOf } from '@domain/entry/entry.ts';
import { phaseOf, submissionEndsAt } from '@domain/contest/round.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Db } from '@server/store/database.ts';
import { findEdition } from '@server/store/queries/editions.ts';
import { findDraftVersion, findEntry } from '@server/store/queries/entries.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** The entry, once its author has been allowed to it. Refuses not-found, permission.denied. */
export async function ownEntry(
  db: Db,
  caller: Caller,
  entryId: Id,
): Promise<{ entry: Entry; pupilId: Id }> {
  const entry = await findEntry(db, entryId);
  if (entry === null) throw refuse('not-found');
  caller.allow({ authorIds: entry.authorIds });
  return { entry, pupilId: actingAs(caller, 'pupil').pupilId };
}

/**
 * The entry while its author may still change it: not submitted, before or during the time of
 * submission. Refuses entry.already-submitted, entry.round-closed { closedAt } as well.
 */
export async function ownDraft(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  entryId: Id,
): Promise<{ entry: Entry; pupilId: Id; now: EpochMs }> {
  const { entry, pupilId } = await ownEntry(db, caller, entryId);
  if (entry.state === 'submitted') throw refuse('entry.already-submitted');
  const edition = await findEdition(db, entry.editionId);
  if (edition === null) throw refuse('not-found');
  const now = clock.now();
  const phase = phaseOf(edition.round, now);
  if (phase !== 'upcoming' && phase !== 'open') {
    throw refuse('entry.round-closed', { closedAt: submissionEndsAt(edition.round) });
  }
  return { entry, pupilId, now };
}

export async function draftView(db: Db, entry: Entry): Promise<DraftView> {
  const head = await findDraftVersion(db, entry.id);
  return {
    entryId: entry.id,
    state: entry.state,
    version: entry.draftVersion,
    processHash: head?.processHash ?? null,
    savedAt: head?.savedAt ?? null,
    receipt: receiptOf(entry),
  };
}
