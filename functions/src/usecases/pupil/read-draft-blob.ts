import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { findDraftVersion } from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownEntry } from './own-entry.ts';

/** The process of a saved version; readable in every phase. */
export async function readDraftBlob(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { entryId, version }: { entryId: Id; version: number },
): Promise<Uint8Array> {
  await ownEntry(db, caller, entryId);
  const saved = await findDraftVersion(db, entryId, version);
  if (saved === null) throw refuse('not-found');
  const bytes = await files.get(saved.processHash);
  if (bytes === null) throw new Error(`draft ${saved.processHash} is not in the store of files`);
  return bytes;
}
