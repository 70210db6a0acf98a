import type { DraftView } from '@contract/pupil.ts';
import { type Entry, receiptOf } from '@domain/entry/entry.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Db } from '@server/store/database.ts';
import { findDraftVersion, findEntry } from '@server/store/queries/entries.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';

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
