import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

/** A photograph under the name by which documents call it, and the file that is shown for it. */
export type StoredPhoto = {
  readonly sentHash: BlobHash;
  readonly storedHash: BlobHash;
  readonly width: number;
  readonly height: number;
};

export async function findPhoto(db: Db, sentHash: BlobHash): Promise<StoredPhoto | null> {
  const photo = await db
    .selectFrom('photo')
    .select(['sent_hash as sentHash', 'stored_hash as storedHash', 'width', 'height'])
    .where('sent_hash', '=', sentHash)
    .executeTakeFirst();
  return photo ?? null;
}

/** Of these photographs those that one of the pupils has sent, under the names they were sent by. */
export async function findSentPhotos(
  db: Db,
  pupilIds: readonly Id[],
  hashes: readonly BlobHash[],
): Promise<Set<BlobHash>> {
  if (hashes.length === 0 || pupilIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('photo')
    .innerJoin('blob_sender', 'blob_sender.hash', 'photo.stored_hash')
    .select('photo.sent_hash as hash')
    .where('photo.sent_hash', 'in', [...hashes])
    .where('blob_sender.pupil_id', 'in', [...pupilIds])
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** Notes what a sent photograph became. The first time counts: pages were drawn with it. */
export async function insertPhoto(trx: Trx, photo: StoredPhoto): Promise<void> {
  await trx
    .insertInto('photo')
    .values({
      sent_hash: photo.sentHash,
      stored_hash: photo.storedHash,
      width: photo.width,
      height: photo.height,
    })
    .onConflict((conflict) => conflict.column('sent_hash').doNothing())
    .execute();
}
