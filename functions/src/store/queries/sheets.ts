import type { RoundTimes } from '@domain/contest/round.ts';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import { storedSettings } from '@domain/contest/settings.ts';
import { ChildComment } from '@domain/judging/child-comment.ts';
import type { SheetFlag } from '@domain/judging/sheet-flag.ts';
import type { Points, SheetState } from '@domain/judging/sheet.ts';
import type { TimeAtWork } from '@domain/judging/time-at-work.ts';
import type { Db, Trx } from '../database.ts';
import { findFlag, type RaisedFlag } from './sheet-flags.ts';
import { insertRows } from './bulk.ts';
import { groupedBy } from './grouped.ts';
import { competes } from './standing.ts';

/** A score sheet with what a judge may know of its entry, and nothing of its authors. */
export type Sheet = {
  readonly id: Id;
  readonly entryId: Id;
  readonly judgeId: Id;
  readonly roundId: Id;
  readonly editionId: Id;
  readonly state: SheetState;
  readonly note: string;
  readonly comment: ChildComment;
  readonly flag: RaisedFlag | null;
  readonly version: number;
  readonly submittedAt: EpochMs | null;
  readonly points: Points;
  readonly timeAtWork: TimeAtWork;
  readonly calibrationRequired: boolean;
  readonly blindCode: string;
  readonly title: string;
  readonly pageCount: number;
  readonly pictureHash: BlobHash;
  readonly round: RoundTimes;
};

/** Null also where the entry no longer stands. */
export async function findSheet(db: Db, sheetId: Id): Promise<Sheet | null> {
  const row = await db
    .selectFrom('sheet')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .innerJoin('round', 'round.id', 'sheet.round_id')
    .innerJoin('edition', 'edition.id', 'round.edition_id')
    .select([
      'sheet.id as id',
      'sheet.entry_id as entryId',
      'sheet.judge_id as judgeId',
      'sheet.round_id as roundId',
      'entry.edition_id as editionId',
      'sheet.state as state',
      'sheet.note as note',
      'sheet.comment as comment',
      'sheet.opened_at as openedAt',
      'sheet.seen_at as seenAt',
      'sheet.active_ms as activeMs',
      'edition.settings as settings',
      'sheet.version as version',
      'sheet.submitted_at as submittedAt',
      'entry.blind_code as blindCode',
      'entry.title as title',
      'entry.page_count as pageCount',
      'entry.picture_hash as pictureHash',
      'round.opens_at as opensAt',
      'round.closes_at as closesAt',
      'round.submission_closed_at as submissionClosedAt',
      'round.judging_closed_at as judgingClosedAt',
      'round.published_at as publishedAt',
    ])
    .where('sheet.id', '=', sheetId)
    .where(competes)
    .$narrowType<{ blindCode: string; pictureHash: string }>()
    .executeTakeFirst();
  if (row === undefined) return null;
  const scores = await db
    .selectFrom('score')
    .select(['criterion_id', 'points'])
    .where('sheet_id', '=', sheetId)
    .execute();
  const points = Object.fromEntries(scores.map((score) => [score.criterion_id, score.points]));
  const { opensAt, closesAt, submissionClosedAt, judgingClosedAt, publishedAt, ...more } = row;
  const { openedAt, seenAt, activeMs, settings, comment, ...sheet } = more;
  return {
    ...sheet,
    points,
    comment: ChildComment.parse(JSON.parse(comment)),
    flag: await findFlag(db, sheetId),
    timeAtWork: { openedAt, seenAt, activeMs },
    calibrationRequired: storedSettings(settings).calibration.required,
    round: { opensAt, closesAt, submissionClosedAt, judgingClosedAt, publishedAt },
  };
}

export type SheetOfJudge = {
  readonly id: Id;
  readonly blindCode: string;
  readonly title: string;
  readonly pageCount: number;
  readonly state: SheetState;
  readonly points: Points;
};

/** A judge's sheets of a round on entries that stand, in the judge's own order. */
export async function listSheetsOfJudge(db: Db, roundId: Id, judgeId: Id): Promise<SheetOfJudge[]> {
  const sheets = await db
    .selectFrom('sheet')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .select([
      'sheet.id as id',
      'entry.blind_code as blindCode',
      'entry.title as title',
      'entry.page_count as pageCount',
      'sheet.state as state',
    ])
    .where('sheet.round_id', '=', roundId)
    .where('sheet.judge_id', '=', judgeId)
    .where(competes)
    .orderBy('sheet.position')
    .$narrowType<{ blindCode: string }>()
    .execute();
  const scores = await db
    .selectFrom('score')
    .innerJoin('sheet', 'sheet.id', 'score.sheet_id')
    .select([
      'score.sheet_id as sheetId',
      'score.criterion_id as criterionId',
      'score.points as points',
    ])
    .where('sheet.round_id', '=', roundId)
    .where('sheet.judge_id', '=', judgeId)
    .execute();
  const scoresOf = groupedBy(scores, (score) => score.sheetId);
  return sheets.map((sheet) => ({
    ...sheet,
    points: Object.fromEntries(
      (scoresOf.get(sheet.id) ?? []).map(({ criterionId, points }) => [criterionId, points]),
    ),
  }));
}

export type SheetContent = {
  readonly points: Points;
  readonly note: string;
  readonly comment: ChildComment;
  readonly flag: SheetFlag | null;
};

/** Replaces what a sheet says, and hands it in or leaves it in progress. The version counts up. */
export async function writeSheet(
  trx: Trx,
  sheetId: Id,
  { points, note, comment }: Omit<SheetContent, 'flag'>,
  { at, submitted }: { readonly at: EpochMs; readonly submitted: boolean },
): Promise<void> {
  await trx
    .updateTable('sheet')
    .set((eb) => ({
      state: submitted ? 'submitted' : 'started',
      note,
      comment: JSON.stringify(comment),
      version: eb('version', '+', 1),
      submitted_at: submitted ? at : null,
      touched_at: at,
    }))
    .where('id', '=', sheetId)
    .execute();
  await trx.deleteFrom('score').where('sheet_id', '=', sheetId).execute();
  const rows = Object.entries(points).map(([criterionId, given]) => ({
    sheet_id: sheetId,
    criterion_id: criterionId,
    points: given,
  }));
  await insertRows(trx, 'score', rows);
}

/** Keeps what was reckoned of a judge's time, if nobody was quicker to. */
export async function writeTimeAtWork(
  trx: Trx,
  sheetId: Id,
  before: TimeAtWork,
  { openedAt, seenAt, activeMs }: TimeAtWork,
): Promise<void> {
  await trx
    .updateTable('sheet')
    .set({ opened_at: openedAt, seen_at: seenAt, active_ms: activeMs })
    .where('id', '=', sheetId)
    .where('active_ms', '=', before.activeMs)
    .execute();
}

export type Seat = {
  readonly entryId: Id;
  readonly judgeId: Id;
  readonly position: number;
};

/**
 * Who judges what in a round, of entries that stand. A sheet that a judge whose account was closed has left unfinished
 * holds no seat: somebody else has to take it.
 */
export async function listSeats(db: Db, roundId: Id): Promise<Seat[]> {
  return db
    .selectFrom('sheet')
    .innerJoin('account', 'account.id', 'sheet.judge_id')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .select([
      'sheet.entry_id as entryId',
      'sheet.judge_id as judgeId',
      'sheet.position as position',
    ])
    .where('sheet.round_id', '=', roundId)
    .where(competes)
    .where((eb) =>
      eb.or([eb('account.disabled_at', 'is', null), eb('sheet.state', '=', 'submitted')]),
    )
    .execute();
}

export async function insertSheets(
  trx: Trx,
  roundId: Id,
  seats: readonly (Seat & { readonly id: Id })[],
): Promise<void> {
  const rows = seats.map((seat) => ({
    id: seat.id,
    round_id: roundId,
    entry_id: seat.entryId,
    judge_id: seat.judgeId,
    position: seat.position,
    state: 'assigned' as const,
    note: '',
    version: 0,
    submitted_at: null,
    touched_at: null,
  }));
  await insertRows(trx, 'sheet', rows);
}

export async function anySheetSubmitted(db: Db, roundId: Id): Promise<boolean> {
  const found = await db
    .selectFrom('sheet')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .select('sheet.id')
    .where('sheet.round_id', '=', roundId)
    .where('sheet.state', '=', 'submitted')
    .where(competes)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
