import type { Entry } from '@domain/entry/entry.ts';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';
import { competes, stands } from './standing.ts';

type EntryRow = Omit<Entry, 'authorIds'>;

function entries(db: Db) {
  return db
    .selectFrom('entry')
    .select([
      'entry.id as id',
      'entry.edition_id as editionId',
      'entry.state as state',
      'entry.title as title',
      'entry.page_count as pageCount',
      'entry.draft_version as draftVersion',
      'entry.receipt_number as receiptNumber',
      'entry.blind_code as blindCode',
      'entry.picture_hash as pictureHash',
      'entry.process_hash as processHash',
      'entry.telling_hash as tellingHash',
      'entry.submitted_at as submittedAt',
    ]);
}

async function withAuthors(db: Db, row: EntryRow | undefined): Promise<Entry | null> {
  if (row === undefined) return null;
  const authors = await db
    .selectFrom('entry_author')
    .select('pupil_id')
    .where('entry_id', '=', row.id)
    .orderBy('position')
    .execute();
  return { ...row, authorIds: authors.map((author) => author.pupil_id) };
}

export async function findEntry(db: Db, entryId: Id): Promise<Entry | null> {
  return withAuthors(db, await entries(db).where('entry.id', '=', entryId).executeTakeFirst());
}

/** The entry of which the pupil is an author. */
export async function findEntryOfPupil(db: Db, editionId: Id, pupilId: Id): Promise<Entry | null> {
  const row = await entries(db)
    .innerJoin('entry_author', 'entry_author.entry_id', 'entry.id')
    .where('entry_author.edition_id', '=', editionId)
    .where('entry_author.pupil_id', '=', pupilId)
    .executeTakeFirst();
  return withAuthors(db, row);
}

/** Begins an empty entry of one author. False when the pupil has one in this edition. */
export async function insertDraftEntry(
  trx: Trx,
  entry: { id: Id; editionId: Id; pupilId: Id; createdAt: EpochMs },
): Promise<boolean> {
  await trx
    .insertInto('entry')
    .values({
      id: entry.id,
      edition_id: entry.editionId,
      team_id: null,
      state: 'draft',
      title: '',
      page_count: 0,
      draft_version: 0,
      receipt_number: null,
      blind_code: null,
      picture_hash: null,
      process_hash: null,
      telling_hash: null,
      submitted_at: null,
      created_at: entry.createdAt,
    })
    .execute();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('entry_author')
    .values({
      entry_id: entry.id,
      pupil_id: entry.pupilId,
      edition_id: entry.editionId,
      position: 1,
    })
    .onConflict((conflict) => conflict.columns(['edition_id', 'pupil_id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return true;
  await trx.deleteFrom('entry').where('id', '=', entry.id).execute();
  return false;
}

export type DraftHead = {
  readonly version: number;
  readonly processHash: BlobHash;
  readonly savedAt: EpochMs;
  /** Null for a version that an earlier program saved. */
  readonly eventCount: number | null;
};

/** A version of the draft as it was saved; without `version` the newest. Side versions are not found. */
export async function findDraftVersion(
  db: Db,
  entryId: Id,
  version?: number,
): Promise<DraftHead | null> {
  const kept = db
    .selectFrom('draft_version')
    .select([
      'version',
      'process_hash as processHash',
      'saved_at as savedAt',
      'event_count as eventCount',
    ])
    .where('entry_id', '=', entryId)
    .where('side', '=', 0)
    .orderBy('version', 'desc')
    .limit(1);
  const found = version === undefined ? kept : kept.where('version', '=', version);
  return (await found.executeTakeFirst()) ?? null;
}

export type KeptVersion = Omit<DraftHead, 'eventCount'> & { readonly side: boolean };

/** The versions of a draft from the highest down, side versions among them. */
export async function listKeptVersions(
  db: Db,
  entryId: Id,
  atMost: number,
): Promise<KeptVersion[]> {
  const rows = await db
    .selectFrom('draft_version')
    .select(['version', 'side', 'process_hash as processHash', 'saved_at as savedAt'])
    .where('entry_id', '=', entryId)
    .orderBy('version', 'desc')
    .orderBy('saved_at', 'desc')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({ ...row, side: row.side === 1 }));
}

/** Whether any version of the draft, a side version too, is this blob. */
export async function draftHolds(db: Db, entryId: Id, processHash: BlobHash): Promise<boolean> {
  const found = await db
    .selectFrom('draft_version')
    .select('version')
    .where('entry_id', '=', entryId)
    .where('process_hash', '=', processHash)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Keeps a version beside the draft that lost a conflict. */
export async function insertSideVersion(trx: Trx, entryId: Id, head: DraftHead): Promise<void> {
  await trx
    .insertInto('draft_version')
    .values({
      entry_id: entryId,
      version: head.version,
      side: 1,
      process_hash: head.processHash,
      saved_at: head.savedAt,
      event_count: head.eventCount,
    })
    .onConflict((conflict) => conflict.columns(['entry_id', 'version', 'process_hash']).doNothing())
    .execute();
}

/** Makes a version the newest, and keeps its title and page count for lists. */
export async function insertDraftVersion(
  trx: Trx,
  entryId: Id,
  head: DraftHead,
  shown: { title: string; pageCount: number },
): Promise<void> {
  await trx
    .insertInto('draft_version')
    .values({
      entry_id: entryId,
      version: head.version,
      side: 0,
      process_hash: head.processHash,
      saved_at: head.savedAt,
      event_count: head.eventCount,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['entry_id', 'version', 'process_hash'])
        .doUpdateSet({ side: 0, saved_at: head.savedAt }),
    )
    .execute();
  await trx
    .updateTable('entry')
    .set({ draft_version: head.version, title: shown.title, page_count: shown.pageCount })
    .where('id', '=', entryId)
    .execute();
}

export type Submission = {
  readonly receiptNumber: string;
  readonly blindCode: string;
  readonly pictureHash: BlobHash;
  readonly processHash: BlobHash;
  readonly tellingHash: BlobHash | null;
  readonly submittedAt: EpochMs;
  readonly title: string;
  readonly pageCount: number;
};

export async function markSubmitted(trx: Trx, entryId: Id, submission: Submission): Promise<void> {
  await trx
    .updateTable('entry')
    .set({
      state: 'submitted',
      receipt_number: submission.receiptNumber,
      blind_code: submission.blindCode,
      picture_hash: submission.pictureHash,
      process_hash: submission.processHash,
      telling_hash: submission.tellingHash,
      submitted_at: submission.submittedAt,
      title: submission.title,
      page_count: submission.pageCount,
    })
    .where('id', '=', entryId)
    .where('state', '=', 'draft')
    .execute();
}

export async function blindCodeTaken(db: Db, editionId: Id, code: string): Promise<boolean> {
  const found = await db
    .selectFrom('entry')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('blind_code', '=', code)
    .executeTakeFirst();
  return found !== undefined;
}

export type SubmittedEntry = {
  readonly id: Id;
  readonly title: string;
  readonly pageCount: number;
  readonly blindCode: string;
  readonly receiptNumber: string;
  readonly pictureHash: BlobHash;
};

/** Entries of an edition that were submitted and stand, in the order of their receipts. */
export async function listSubmittedEntries(db: Db, editionId: Id): Promise<SubmittedEntry[]> {
  return submitted(db, editionId).where(stands).execute();
}

/** Of those the ones that judges score to rank them. */
export async function listCompetingEntries(db: Db, editionId: Id): Promise<SubmittedEntry[]> {
  return submitted(db, editionId).where(competes).execute();
}

function submitted(db: Db, editionId: Id) {
  return db
    .selectFrom('entry')
    .select([
      'id',
      'title',
      'page_count as pageCount',
      'blind_code as blindCode',
      'receipt_number as receiptNumber',
      'picture_hash as pictureHash',
    ])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'submitted')
    .orderBy('receipt_number')
    .$narrowType<SubmittedEntry>();
}
