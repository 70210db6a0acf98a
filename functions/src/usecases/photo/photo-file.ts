import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { findPhoto, findSentPhotos } from '@server/store/queries/photos.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownEntry } from '@server/usecases/pupil/own-entry.ts';

type Reads = Pick<Deps, 'db' | 'files'>;

/**
 * The picture file of a photograph that a document names; null for a name that is no photograph, so
 * that no other file is ever shown as one.
 */
export async function photoFile({ db, files }: Reads, hash: BlobHash): Promise<Uint8Array | null> {
  const photo = await findPhoto(db, hash);
  return photo && files.get(photo.storedHash);
}

/** Refuses blob.missing unless these pupils, together, sent every one of the photographs. */
export async function requireSentPhotos(
  { db }: Pick<Deps, 'db'>,
  pupilIds: readonly Id[],
  hashes: readonly BlobHash[],
): Promise<void> {
  const sent = await findSentPhotos(db, pupilIds, hashes);
  if (hashes.some((hash) => !sent.has(hash))) throw refuse('blob.missing');
}

/** A photograph for who draws the entry. Refuses not-found for one that none of its authors sent. */
export async function readDraftPhoto(
  deps: Reads,
  caller: Caller,
  { entryId, hash }: { entryId: Id; hash: BlobHash },
): Promise<Uint8Array> {
  const { entry } = await ownEntry(deps.db, caller, entryId);
  const sent = await findSentPhotos(deps.db, entry.authorIds, [hash]);
  const bytes = sent.has(hash) ? await photoFile(deps, hash) : null;
  if (bytes === null) throw refuse('not-found');
  return bytes;
}
