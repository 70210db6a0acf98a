import * as z from 'zod/mini';
import { ReferenceLine } from '@domain/judging/calibration.ts';
import { Points } from '@domain/judging/sheet.ts';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';
import { stands } from './standing.ts';

export type Reference = {
  readonly id: Id;
  readonly entryId: Id;
  readonly blindCode: string;
  readonly title: string;
  readonly pageCount: number;
  readonly pictureHash: BlobHash;
  readonly comment: string;
  readonly lines: readonly ReferenceLine[];
};

const Lines = z.array(ReferenceLine);

function shownEntries(db: Db) {
  return db
    .selectFrom('entry')
    .select([
      'entry.id as entryId',
      'entry.blind_code as blindCode',
      'entry.title as title',
      'entry.page_count as pageCount',
      'entry.picture_hash as pictureHash',
    ])
    .where('entry.state', '=', 'submitted')
    .where(stands)
    .$narrowType<{ blindCode: string; pictureHash: string }>();
}

/** Reference entries of a round that stand, in the order judges meet them. */
export async function listReferences(db: Db, roundId: Id): Promise<Reference[]> {
  const rows = await shownEntries(db)
    .innerJoin('reference_entry', 'reference_entry.entry_id', 'entry.id')
    .select([
      'reference_entry.id as id',
      'reference_entry.comment as comment',
      'reference_entry.lines as lines',
    ])
    .where('reference_entry.round_id', '=', roundId)
    .orderBy('reference_entry.position')
    .execute();
  return rows.map((row) => ({ ...row, lines: Lines.parse(JSON.parse(row.lines)) }));
}

export type Candidate = Omit<Reference, 'id' | 'comment' | 'lines'>;

/** Submitted entries that stand, by the beginning of their code or by a part of their title. */
export async function findCandidates(
  db: Db,
  editionId: Id,
  { search, atMost }: { readonly search: string; readonly atMost: number },
): Promise<Candidate[]> {
  const escaped = search.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return shownEntries(db)
    .where('entry.edition_id', '=', editionId)
    .where(({ or, eb }) =>
      search === ''
        ? eb.val(true)
        : or([
            eb('entry.blind_code', 'like', `${escaped.toUpperCase()}%`),
            eb('entry.title', 'like', `%${escaped}%`),
          ]),
    )
    .orderBy('entry.blind_code')
    .limit(atMost)
    .execute();
}

export type NewReference = Pick<Reference, 'id' | 'entryId' | 'comment' | 'lines'>;

/** The reference entries as they shall be, in this order; nobody has scored one yet. */
export async function writeReferences(
  trx: Trx,
  roundId: Id,
  references: readonly NewReference[],
): Promise<void> {
  await trx.deleteFrom('reference_entry').where('round_id', '=', roundId).execute();
  for (const [index, { id, entryId, comment, lines }] of references.entries()) {
    await trx
      .insertInto('reference_entry')
      .values({
        id,
        round_id: roundId,
        entry_id: entryId,
        position: index + 1,
        comment,
        lines: JSON.stringify(lines),
      })
      .execute();
  }
}

export async function anyCalibrated(db: Db, roundId: Id): Promise<boolean> {
  const found = await db
    .selectFrom('calibration_sheet')
    .innerJoin('reference_entry', 'reference_entry.id', 'calibration_sheet.reference_id')
    .select('reference_entry.id')
    .where('reference_entry.round_id', '=', roundId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export type CalibrationSheet = { readonly points: Points; readonly submittedAt: EpochMs };

/** What a judge gave the reference entries of a round, by reference. */
export async function listCalibrationSheets(
  db: Db,
  roundId: Id,
  judgeId: Id,
): Promise<Map<Id, CalibrationSheet>> {
  const rows = await db
    .selectFrom('calibration_sheet')
    .innerJoin('reference_entry', 'reference_entry.id', 'calibration_sheet.reference_id')
    .select([
      'reference_entry.id as id',
      'calibration_sheet.points as points',
      'calibration_sheet.submitted_at as submittedAt',
    ])
    .where('reference_entry.round_id', '=', roundId)
    .where('calibration_sheet.judge_id', '=', judgeId)
    .execute();
  return new Map(
    rows.map(({ id, points, submittedAt }) => [
      id,
      { points: Points.parse(JSON.parse(points)), submittedAt },
    ]),
  );
}

/** Keeps what a judge gave first. */
export async function insertCalibrationSheet(
  trx: Trx,
  ids: { readonly referenceId: Id; readonly judgeId: Id },
  { points, submittedAt }: CalibrationSheet,
): Promise<void> {
  await trx
    .insertInto('calibration_sheet')
    .values({
      reference_id: ids.referenceId,
      judge_id: ids.judgeId,
      points: JSON.stringify(points),
      submitted_at: submittedAt,
    })
    .onConflict((conflict) => conflict.columns(['reference_id', 'judge_id']).doNothing())
    .execute();
}
