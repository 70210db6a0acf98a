import type { DraftTelling } from '@contract/telling.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { MAX_PAGE_ID } from '@domain/story/limits.ts';
import { decodeTelling } from '@domain/story/telling-manifest.ts';
import { inTransaction } from '@server/store/database.ts';
import { findRecordings, findTelling, insertTelling } from '@server/store/queries/tellings.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownDraft, ownEntry } from '@server/usecases/pupil/own-entry.ts';
import { requireRoomForDraft, requireSent } from '@server/usecases/pupil/sent-story.ts';
import { readSentTelling } from './sent-telling.ts';
import { type Sound, soundOf } from './told.ts';

/** The newest telling of the draft; readable in every phase. */
export async function openTelling(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<DraftTelling> {
  await ownEntry(db, caller, entryId);
  const head = await findTelling(db, entryId);
  if (head === null) return { version: 0, telling: null };
  const bytes = await files.get(head.tellingHash);
  if (bytes === null) throw new Error(`telling ${head.tellingHash} is not in the store of files`);
  return { version: head.version, telling: decodeTelling(bytes, MAX_PAGE_ID) };
}

type Input = { readonly entryId: Id; readonly baseVersion: number; readonly tellingHash: BlobHash };

/**
 * Makes a sent manifest the newest telling, before and during the time of submission. The newest
 * one sent again is no error; one that goes on from an older is refused with telling.conflict
 * { version }, and the machine that sent it merges. How long a telling is counts at submission.
 * Further refusals: blob.missing, blob.store-full, telling.malformed, entry.already-submitted,
 * entry.round-closed.
 */
export async function saveTelling(
  deps: Pick<Deps, 'db' | 'clock' | 'files'>,
  caller: Caller,
  { entryId, baseVersion, tellingHash }: Input,
): Promise<{ version: number }> {
  const { db } = deps;
  const { entry, pupilId, now } = await ownDraft(deps, caller, entryId);
  await requireSent(deps, [pupilId], [tellingHash]);
  await requireRoomForDraft(deps, pupilId);
  await readSentTelling(deps, entry.authorIds, tellingHash, MAX_PAGE_ID);

  return inTransaction(db, async (trx) => {
    const head = await findTelling(trx, entryId);
    if (head?.tellingHash === tellingHash) return { version: head.version };
    const version = baseVersion + 1;
    const isNewest = (head?.version ?? 0) === baseVersion;
    if (isNewest && (await insertTelling(trx, entryId, { version, tellingHash }, now))) {
      return { version };
    }
    throw refuse('telling.conflict', { version: head?.version ?? 0 });
  });
}

/** A recording of the own entry, whichever version of the telling it belongs to. */
export async function readDraftRecording(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { entryId, hash }: { entryId: Id; hash: BlobHash },
): Promise<Sound> {
  const { entry } = await ownEntry(deps.db, caller, entryId);
  const recording = (await findRecordings(deps.db, entry.authorIds, [hash])).get(hash);
  if (recording === undefined) throw refuse('not-found');
  return soundOf(deps, recording);
}
