import type { DraftView } from '@contract/pupil.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction, type Trx } from '@server/store/database.ts';
import {
  findDraftVersion,
  findEntry,
  insertDraftVersion,
  insertSideVersion,
} from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { draftView, ownDraft } from './own-entry.ts';
import { readStory, requireRoomForDraft, requireSent } from './sent-story.ts';

type Input = { readonly entryId: Id; readonly baseVersion: number; readonly processHash: BlobHash };

/**
 * Makes a sent process the newest version of the draft, before and during the time of submission.
 * The newest version sent again is no error. A version drawn from an older one is kept beside the
 * draft and refused with draft.conflict { version }: nothing drawn is lost. Further refusals:
 * blob.missing, blob.store-full, story.malformed, story.too-large, entry.already-submitted,
 * entry.round-closed.
 */
export async function saveDraft(
  deps: Pick<Deps, 'db' | 'clock' | 'files'>,
  caller: Caller,
  input: Input,
): Promise<DraftView> {
  const { db } = deps;
  const { entry, pupilId, now } = await ownDraft(deps, caller, input.entryId);
  await requireSent(deps, [pupilId], [input.processHash]);
  await requireRoomForDraft(deps, pupilId);
  const story = await readStory(deps, input.processHash);
  const shown = { title: story.title, pageCount: story.order.length };

  const conflict = await inTransaction(db, (trx) => keepVersion(trx, input, shown, now));
  // Refused after the commit, or the side version would go with the transaction.
  if (conflict !== null) throw refuse('draft.conflict', { version: conflict });
  const saved = await findEntry(db, entry.id);
  if (saved === null) throw refuse('not-found');
  return draftView(db, saved);
}

/** Null when the version is the newest now, else the version that it met. */
async function keepVersion(
  trx: Trx,
  { entryId, baseVersion, processHash }: Input,
  shown: { title: string; pageCount: number },
  savedAt: number,
): Promise<number | null> {
  const current = await findEntry(trx, entryId);
  if (current === null) throw refuse('not-found');
  if (current.state === 'submitted') throw refuse('entry.already-submitted');
  const head = await findDraftVersion(trx, entryId);
  if (head?.processHash === processHash) return null;
  const version = { version: baseVersion + 1, processHash, savedAt };
  if (current.draftVersion !== baseVersion) {
    await insertSideVersion(trx, entryId, version);
    return current.draftVersion;
  }
  await insertDraftVersion(trx, entryId, version, shown);
  return null;
}
