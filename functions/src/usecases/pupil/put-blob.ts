import type { BlobHash } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { MAX_ENCODED_BYTES } from '@domain/story/limits.ts';
import { inTransaction } from '@server/store/database.ts';
import { insertSentBlob } from '@server/store/queries/blobs.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { requireRoomForBlob } from './sent-story.ts';

/**
 * Keeps a blob: the file is durable before the row that acknowledges it is committed. Refuses
 * input.too-large, blob.store-full and blob.hash-differs.
 */
export async function putBlob(
  { db, clock, files }: Pick<Deps, 'db' | 'clock' | 'files'>,
  caller: Caller,
  { hash, bytes }: { hash: BlobHash; bytes: Uint8Array },
): Promise<void> {
  caller.allow({});
  const { pupilId } = actingAs(caller, 'pupil');
  if (bytes.length > MAX_ENCODED_BYTES) throw refuse('input.too-large');
  await requireRoomForBlob({ db }, pupilId, bytes.length);
  await files.put(hash, bytes);
  const blob = {
    hash,
    sizeBytes: bytes.length,
    mediaType: 'application/octet-stream',
    pupilId,
    at: clock.now(),
  };
  await inTransaction(db, (trx) => insertSentBlob(trx, blob));
  // Between the two steps an old file of this name may have been removed; from here on it cannot.
  if (!(await files.has(hash))) await files.put(hash, bytes);
}
