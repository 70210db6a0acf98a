import type { BlobHash } from '@domain/kernel/ids.ts';
import { findSentBlobs } from '@server/store/queries/blobs.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** What somebody else sent is missing, too: knowing a hash is no proof of having the drawing. */
export async function listMissingBlobs(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { hashes }: { hashes: readonly BlobHash[] },
): Promise<{ missing: BlobHash[] }> {
  caller.allow({});
  const { pupilId } = actingAs(caller, 'pupil');
  const sent = await findSentBlobs(db, [pupilId], hashes);
  return { missing: [...new Set(hashes)].filter((hash) => !sent.has(hash)) };
}
