import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { EntryOrigin } from '@domain/judging/assignment/ties.ts';
import type { SheetState } from '@domain/judging/sheet.ts';
import type { Db, Trx } from '../database.ts';
import { insertRows } from './bulk.ts';
import { groupedBy } from './grouped.ts';
import { competes, stands } from './standing.ts';

export type EntryToJudge = Omit<EntryOrigin, 'authors'> & {
  readonly blindCode: string;
  readonly authors: readonly (EntryOrigin['authors'][number] & { readonly birthDate: string })[];
};

/**
 * Submitted entries with where their authors come from: those that compete, or those of `among` that
 * stand. Two queries.
 */
export async function listEntriesToJudge(
  db: Db,
  editionId: Id,
  among?: readonly Id[],
): Promise<EntryToJudge[]> {
  if (among?.length === 0) return [];
  const rows = await db
    .selectFrom('entry')
    .innerJoin('entry_author', 'entry_author.entry_id', 'entry.id')
    .innerJoin('pupil', 'pupil.id', 'entry_author.pupil_id')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .innerJoin('unit as school', 'school.id', 'school_class.school_id')
    .select([
      'entry.id as entryId',
      'entry.blind_code as blindCode',
      'pupil.id as pupilId',
      'pupil.birth_date as birthDate',
      'school_class.id as classId',
      'school.id as schoolId',
      'school.parent_id as communeId',
    ])
    .where('entry.edition_id', '=', editionId)
    .where('entry.state', '=', 'submitted')
    .where((eb) =>
      among === undefined ? competes(eb) : eb.and([stands(eb), eb('entry.id', 'in', [...among])]),
    )
    .orderBy('entry.id')
    .orderBy('entry_author.position')
    .$narrowType<{ blindCode: string }>()
    .execute();
  const teachers = await db
    .selectFrom('class_teacher')
    .innerJoin('school_class', 'school_class.id', 'class_teacher.class_id')
    .select(['class_teacher.class_id as classId', 'class_teacher.account_id as teacherId'])
    .where('school_class.edition_id', '=', editionId)
    .orderBy('class_teacher.account_id')
    .execute();
  const teachersOf = groupedBy(teachers, ({ classId }) => classId);
  return [...groupedBy(rows, ({ entryId }) => entryId)].map(([entryId, authors]) => ({
    entryId,
    blindCode: authors[0]!.blindCode,
    authors: authors.map(({ pupilId, birthDate, classId, schoolId, communeId }) => ({
      pupilId,
      birthDate,
      classId,
      schoolId,
      communeId,
      teacherIds: (teachersOf.get(classId) ?? []).map(({ teacherId }) => teacherId),
    })),
  }));
}

export type HeldSheet = {
  readonly id: Id;
  readonly entryId: Id;
  readonly judgeId: Id;
  readonly state: SheetState;
  readonly position: number;
};

/** Every sheet of a round, whatever became of its entry or its judge. */
export async function listHeldSheets(db: Db, roundId: Id): Promise<HeldSheet[]> {
  return db
    .selectFrom('sheet')
    .select(['id', 'entry_id as entryId', 'judge_id as judgeId', 'state', 'position'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute();
}

export async function listCapacities(db: Db, roundId: Id): Promise<Map<Id, number>> {
  const rows = await db
    .selectFrom('judge_capacity')
    .select(['judge_id', 'capacity'])
    .where('round_id', '=', roundId)
    .execute();
  return new Map(rows.map((row) => [row.judge_id, row.capacity]));
}

/** `null`: the judge has no limit. */
export async function writeCapacity(
  trx: Trx,
  roundId: Id,
  judgeId: Id,
  capacity: number | null,
): Promise<void> {
  await trx
    .deleteFrom('judge_capacity')
    .where('round_id', '=', roundId)
    .where('judge_id', '=', judgeId)
    .execute();
  if (capacity === null) return;
  await trx
    .insertInto('judge_capacity')
    .values({ round_id: roundId, judge_id: judgeId, capacity })
    .execute();
}

/** The entries that every judge of the round scores. */
export async function listAnchors(db: Db, roundId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('round_anchor')
    .select('entry_id')
    .where('round_id', '=', roundId)
    .orderBy('entry_id')
    .execute();
  return rows.map((row) => row.entry_id);
}

export async function writeAnchors(trx: Trx, roundId: Id, entryIds: readonly Id[]): Promise<void> {
  await trx.deleteFrom('round_anchor').where('round_id', '=', roundId).execute();
  const rows = entryIds.map((entryId) => ({ round_id: roundId, entry_id: entryId }));
  await insertRows(trx, 'round_anchor', rows);
}

const IDS_PER_STATEMENT = 500;

/** Deletes sheets that nobody began; how many went. */
export async function deleteUnbegun(trx: Trx, sheetIds: readonly Id[]): Promise<number> {
  let gone = 0;
  for (let from = 0; from < sheetIds.length; from += IDS_PER_STATEMENT) {
    const { numDeletedRows } = await trx
      .deleteFrom('sheet')
      .where('id', 'in', sheetIds.slice(from, from + IDS_PER_STATEMENT))
      .where('state', '=', 'assigned')
      .executeTakeFirstOrThrow();
    gone += Number(numDeletedRows);
  }
  return gone;
}

/**
 * Takes sheets out of the round, whatever their state: they stay in a table of their own, whole,
 * where no list, count or export meets them.
 */
export async function takeOutSheets(trx: Trx, sheetIds: readonly Id[], at: EpochMs): Promise<void> {
  for (const id of sheetIds) {
    const sheet = await trx.selectFrom('sheet').selectAll().where('id', '=', id).executeTakeFirst();
    if (sheet === undefined) continue;
    const scores = await trx
      .selectFrom('score')
      .select(['criterion_id', 'points'])
      .where('sheet_id', '=', id)
      .execute();
    const points = Object.fromEntries(scores.map((score) => [score.criterion_id, score.points]));
    const { round_id, entry_id, judge_id } = sheet;
    const content = JSON.stringify({ ...sheet, points });
    await trx
      .insertInto('recused_sheet')
      .values({ id, round_id, entry_id, judge_id, content, at })
      .execute();
    await trx.deleteFrom('score').where('sheet_id', '=', id).execute();
    await trx.deleteFrom('sheet').where('id', '=', id).execute();
  }
}

export type KeptRun = {
  readonly id: Id;
  readonly position: number;
  readonly at: EpochMs;
  readonly actorName: string;
  readonly seed: number;
  readonly report: string;
};

function runs(db: Db, roundId: Id) {
  return db
    .selectFrom('assignment_run')
    .innerJoin('account', 'account.id', 'assignment_run.actor_id')
    .select([
      'assignment_run.id as id',
      'assignment_run.position as position',
      'assignment_run.at as at',
      'account.full_name as actorName',
      'assignment_run.seed as seed',
      'assignment_run.report as report',
    ])
    .where('assignment_run.round_id', '=', roundId);
}

/** Newest first. */
export async function listRuns(db: Db, roundId: Id): Promise<KeptRun[]> {
  return runs(db, roundId).orderBy('assignment_run.position', 'desc').execute();
}

export async function findRun(db: Db, roundId: Id, runId: Id): Promise<KeptRun | null> {
  const row = await runs(db, roundId).where('assignment_run.id', '=', runId).executeTakeFirst();
  return row ?? null;
}

export async function insertRun(
  trx: Trx,
  run: {
    readonly id: Id;
    readonly roundId: Id;
    readonly at: EpochMs;
    readonly actorId: Id;
    readonly seed: number;
    readonly report: string;
  },
): Promise<void> {
  const last = await trx
    .selectFrom('assignment_run')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('round_id', '=', run.roundId)
    .executeTakeFirst();
  await trx
    .insertInto('assignment_run')
    .values({
      id: run.id,
      round_id: run.roundId,
      position: (last?.position ?? 0) + 1,
      at: run.at,
      actor_id: run.actorId,
      seed: run.seed,
      report: run.report,
    })
    .execute();
}

/** The last run's moment; null before the first. */
export async function lastRunAt(db: Db, roundId: Id): Promise<EpochMs | null> {
  const row = await db
    .selectFrom('assignment_run')
    .select('at')
    .where('round_id', '=', roundId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
