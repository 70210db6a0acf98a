import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { draftHolds } from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownEntry } from './own-entry.ts';

/** The process of a kept version, also one beside the draft. Refuses not-found for any other blob. */
export async function readDraftCopy(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { entryId, hash }: { entryId: Id; hash: BlobHash },
): Promise<Uint8Array> {
  await ownEntry(db, caller, entryId);
  if (!(await draftHolds(db, entryId, hash))) throw refuse('not-found');
  const bytes = await files.get(hash);
  if (bytes === null) throw new Error(`draft ${hash} is not in the store of files`);
  return bytes;
}
