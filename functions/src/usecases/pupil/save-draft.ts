import type { DraftView } from '@contract/pupil.ts';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';
import { inTransaction, type Trx } from '@server/store/database.ts';
import {
  type DraftHead,
  findDraftVersion,
  findEntry,
  insertDraftVersion,
  insertSideVersion,
} from '@server/store/queries/entries.ts';
import { keepForGood } from '@server/store/queries/thinning.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { draftView, ownDraft } from './own-entry.ts';
import { readLog, requireRoomForDraft, requireSent } from './sent-story.ts';

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
  const events = await readLog(deps, input.processHash);
  const story = replay(events);
  const saved = {
    shown: { title: story.title, pageCount: story.order.length },
    at: now,
    eventCount: events.length,
    from: goesOnFrom(events, await findDraftVersion(db, entry.id)),
  };

  const conflict = await inTransaction(db, async (trx) => {
    await requireSent({ db: trx }, [pupilId], [input.processHash]);
    return keepVersion(trx, input, saved);
  });
  // Refused after the commit, or the side version would go with the transaction.
  if (conflict !== null) throw refuse('draft.conflict', { version: conflict });
  const entryNow = await findEntry(db, entry.id);
  if (entryNow === null) throw refuse('not-found');
  return draftView(db, entryNow);
}

/** The name of the earlier version's process when this log goes on from it, else null. */
function goesOnFrom(events: readonly StoryEvent[], head: DraftHead | null): BlobHash | null {
  if (head === null || head.eventCount === null || head.eventCount > events.length) return null;
  // Equal logs give equal bytes.
  const began = sha256Hex(encodeProcess(events.slice(0, head.eventCount)));
  return began === head.processHash ? began : null;
}

type Saved = {
  readonly shown: { readonly title: string; readonly pageCount: number };
  readonly at: EpochMs;
  readonly eventCount: number;
  /** The earlier process that this one is known to go on from. */
  readonly from: BlobHash | null;
};

/** Null when the version is the newest now, else the version that it met. */
async function keepVersion(
  trx: Trx,
  { entryId, baseVersion, processHash }: Input,
  { shown, at, eventCount, from }: Saved,
): Promise<number | null> {
  const current = await findEntry(trx, entryId);
  if (current === null) throw refuse('not-found');
  if (current.state === 'submitted') throw refuse('entry.already-submitted');
  const head = await findDraftVersion(trx, entryId);
  if (head?.processHash === processHash) return null;
  const version = { version: baseVersion + 1, processHash, savedAt: at, eventCount };
  if (current.draftVersion !== baseVersion) {
    await insertSideVersion(trx, entryId, version);
    return current.draftVersion;
  }
  if (head !== null && head.processHash !== from) await keepForGood(trx, entryId, head.version);
  await insertDraftVersion(trx, entryId, version, shown);
  return null;
}
