import { sql } from 'kysely';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';
import type { KeptVersion } from './entries.ts';

export type ThinnableVersion = KeptVersion & { readonly forGood: boolean };

/** Every version of a draft, the newest first. */
export async function listThinnable(trx: Trx, entryId: Id): Promise<ThinnableVersion[]> {
  const rows = await trx
    .selectFrom('draft_version')
    .select(['version', 'side', 'process_hash as processHash', 'saved_at as savedAt', 'for_good'])
    .where('entry_id', '=', entryId)
    .orderBy('version', 'desc')
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map(({ side, for_good, ...row }) => ({
    ...row,
    side: side === 1,
    forGood: for_good === 1,
  }));
}

/** Entries with more versions than spans of time in which any were saved; some have none to spare. */
export async function listCrowdedDrafts(
  db: Db,
  { spanMs, dayMs, dayAgo }: { spanMs: number; dayMs: number; dayAgo: EpochMs },
): Promise<Id[]> {
  const span = sql<number>`case when saved_at >= ${sql.lit(dayAgo)}
    then saved_at / ${sql.lit(spanMs)} else -(saved_at / ${sql.lit(dayMs)}) end`;
  const rows = await db
    .selectFrom('draft_version')
    .select('entry_id')
    .where('side', '=', 0)
    .where('for_good', '=', 0)
    .groupBy('entry_id')
    .having(({ eb, fn }) => eb(fn.countAll(), '>', sql<number>`count(distinct ${span})`))
    .execute();
  return rows.map((row) => row.entry_id);
}

/** A version on top of which something was saved that does not go on from it. */
export async function keepForGood(trx: Trx, entryId: Id, version: number): Promise<void> {
  await trx
    .updateTable('draft_version')
    .set({ for_good: 1 })
    .where('entry_id', '=', entryId)
    .where('version', '=', version)
    .where('side', '=', 0)
    .execute();
}

/**
 * Takes these processes out of a draft's versions. Those that nothing else refers to are forgotten,
 * with their senders, and their files noted as leaving.
 */
export async function dropVersions(
  trx: Trx,
  entryId: Id,
  hashes: readonly BlobHash[],
  since: EpochMs,
): Promise<void> {
  await trx
    .deleteFrom('draft_version')
    .where('entry_id', '=', entryId)
    .where('process_hash', 'in', [...hashes])
    .execute();
  const referred = await referredTo(trx, hashes);
  const unreferred = hashes.filter((hash) => !referred.has(hash));
  if (unreferred.length === 0) return;
  await trx.deleteFrom('blob_sender').where('hash', 'in', unreferred).execute();
  await trx.deleteFrom('blob').where('hash', 'in', unreferred).execute();
  await trx
    .insertInto('leaving_blob')
    .values(unreferred.map((hash) => ({ hash, since })))
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** Which of the hashes any draft, submission, telling, evidence or result refers to. */
async function referredTo(trx: Trx, all: readonly BlobHash[]): Promise<ReadonlySet<string>> {
  const hashes = [...all];
  const places = [
    trx
      .selectFrom('draft_version')
      .select('process_hash as hash')
      .where('process_hash', 'in', hashes),
    trx.selectFrom('entry').select('process_hash as hash').where('process_hash', 'in', hashes),
    trx.selectFrom('entry').select('picture_hash as hash').where('picture_hash', 'in', hashes),
    trx.selectFrom('entry').select('telling_hash as hash').where('telling_hash', 'in', hashes),
    trx
      .selectFrom('telling_version')
      .select('telling_hash as hash')
      .where('telling_hash', 'in', hashes),
    trx.selectFrom('recording').select('hash').where('hash', 'in', hashes),
    trx.selectFrom('entry_evidence').select('film_hash as hash').where('film_hash', 'in', hashes),
    trx.selectFrom('decision').select('archive_hash as hash').where('archive_hash', 'in', hashes),
  ];
  const found = new Set<string>();
  for (const place of places) {
    for (const { hash } of await place.execute()) if (hash !== null) found.add(hash);
  }
  return found;
}

export async function listLeaving(db: Db, before: EpochMs, atMost: number): Promise<BlobHash[]> {
  const rows = await db
    .selectFrom('leaving_blob')
    .select('hash')
    .where('since', '<=', before)
    .orderBy('since')
    .limit(atMost)
    .execute();
  return rows.map((row) => row.hash);
}

/** True when the file may go: until this transaction ends nobody can begin to refer to it. */
export async function claimLeaving(trx: Trx, hash: BlobHash): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('leaving_blob')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
