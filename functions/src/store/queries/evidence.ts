import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { PageShares } from '@domain/story/paint/shares.ts';
import type { Db, Trx } from '../database.ts';

export type Evidence = {
  readonly pictureHash: BlobHash;
  /** Null when the process was gone before a film could be made. */
  readonly filmHash: BlobHash | null;
  readonly shares: PageShares;
};

export async function findEvidence(db: Db, entryId: Id): Promise<Evidence | null> {
  const row = await db
    .selectFrom('entry_evidence')
    .selectAll()
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { drawn, stamped, photographed, written } = row;
  return {
    pictureHash: row.picture_hash,
    filmHash: row.film_hash,
    shares: { drawn, stamped, photographed, written },
  };
}

/** Keeps what was found first; the film's file is one of those that a backup takes along. */
export async function insertEvidence(
  trx: Trx,
  entryId: Id,
  { pictureHash, filmHash, shares }: Evidence,
  { filmBytes, at }: { readonly filmBytes: number; readonly at: EpochMs },
): Promise<void> {
  if (filmHash !== null) {
    await trx
      .insertInto('blob')
      .values({
        hash: filmHash,
        size_bytes: filmBytes,
        media_type: 'application/octet-stream',
        created_at: at,
      })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
  await trx
    .insertInto('entry_evidence')
    .values({
      entry_id: entryId,
      picture_hash: pictureHash,
      film_hash: filmHash,
      ...shares,
      made_at: at,
    })
    .onConflict((conflict) => conflict.column('entry_id').doNothing())
    .execute();
}
