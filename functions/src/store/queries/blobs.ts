import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

/** Which of the hashes any of these pupils has sent, whole. */
export async function findSentBlobs(
  db: Db,
  pupilIds: readonly Id[],
  hashes: readonly BlobHash[],
): Promise<Set<BlobHash>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectFrom('blob_sender')
    .select('hash')
    .where('pupil_id', 'in', [...pupilIds])
    .where('hash', 'in', [...hashes])
    .execute();
  return new Set(rows.map((row) => row.hash));
}

/** Bytes of all that the pupil has sent; a blob sent twice counts once. */
export async function sentBytesOf(db: Db, pupilId: Id): Promise<number> {
  const { sent } = await db
    .selectFrom('blob_sender')
    .innerJoin('blob', 'blob.hash', 'blob_sender.hash')
    .select((eb) => eb.fn.sum<number | null>('blob.size_bytes').as('sent'))
    .where('blob_sender.pupil_id', '=', pupilId)
    .executeTakeFirstOrThrow();
  return sent ?? 0;
}

export type SentBlob = {
  readonly hash: BlobHash;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly pupilId: Id;
  readonly at: EpochMs;
};

/** Notes a durable file and its sender; repeating changes nothing. A file that was leaving stays. */
export async function insertSentBlob(trx: Trx, blob: SentBlob): Promise<void> {
  await trx.deleteFrom('leaving_blob').where('hash', '=', blob.hash).execute();
  await trx
    .insertInto('blob')
    .values({
      hash: blob.hash,
      size_bytes: blob.sizeBytes,
      media_type: blob.mediaType,
      created_at: blob.at,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await trx
    .insertInto('blob_sender')
    .values({ hash: blob.hash, pupil_id: blob.pupilId })
    .onConflict((conflict) => conflict.columns(['hash', 'pupil_id']).doNothing())
    .execute();
}
