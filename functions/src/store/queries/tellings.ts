import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import { RecordingType } from '@domain/story/recording/clean-recording.ts';
import type { Recording } from '@domain/story/telling.ts';
import type { Db, Trx } from '../database.ts';

export async function insertRecording(trx: Trx, recording: Recording): Promise<void> {
  await trx
    .insertInto('recording')
    .values({
      hash: recording.hash,
      media_type: recording.mediaType,
      duration_ms: recording.durationMs,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** Of these hashes the recordings that one of the pupils has sent. */
export async function findRecordings(
  db: Db,
  pupilIds: readonly Id[],
  hashes: readonly BlobHash[],
): Promise<Map<BlobHash, Recording>> {
  if (hashes.length === 0 || pupilIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('recording')
    .innerJoin('blob_sender', 'blob_sender.hash', 'recording.hash')
    .select(['recording.hash as hash', 'media_type as mediaType', 'duration_ms as durationMs'])
    .where('recording.hash', 'in', [...hashes])
    .where('blob_sender.pupil_id', 'in', [...pupilIds])
    .execute();
  return new Map(
    rows.map((row) => [row.hash, { ...row, mediaType: RecordingType.parse(row.mediaType) }]),
  );
}

export type TellingHead = { readonly version: number; readonly tellingHash: BlobHash };

/** The newest telling of a draft. */
export async function findTelling(db: Db, entryId: Id): Promise<TellingHead | null> {
  const head = await db
    .selectFrom('telling_version')
    .select(['version', 'telling_hash as tellingHash'])
    .where('entry_id', '=', entryId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head ?? null;
}

/** False where this version is there already: somebody else was faster. */
export async function insertTelling(
  trx: Trx,
  entryId: Id,
  { version, tellingHash }: TellingHead,
  savedAt: EpochMs,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('telling_version')
    .values({ entry_id: entryId, version, telling_hash: tellingHash, saved_at: savedAt })
    .onConflict((conflict) => conflict.columns(['entry_id', 'version']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The manifest of a submitted entry's telling; null without one. */
export async function findToldHash(db: Db, entryId: Id): Promise<BlobHash | null> {
  const entry = await db
    .selectFrom('entry')
    .select('telling_hash')
    .where('id', '=', entryId)
    .where('state', '=', 'submitted')
    .executeTakeFirst();
  return entry?.telling_hash ?? null;
}

/** The entry that a sheet is about. */
export async function entryOfSheet(db: Db, sheetId: Id): Promise<Id | null> {
  const sheet = await db
    .selectFrom('sheet')
    .select('entry_id')
    .where('id', '=', sheetId)
    .executeTakeFirst();
  return sheet?.entry_id ?? null;
}
