import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { competes } from './standing.ts';

export type SchoolRow = {
  readonly schoolId: Id;
  readonly schoolName: string;
  readonly communeName: string;
  readonly classCount: number;
  readonly pupilCount: number;
  readonly draftCount: number;
  readonly submittedCount: number;
};

/** Every school, also those without classes, with what it enrolled and handed in. Three queries. */
export async function listSchoolProgress(db: Db, editionId: Id): Promise<SchoolRow[]> {
  const schools = await db
    .selectFrom('unit as school')
    .leftJoin('unit as commune', 'commune.id', 'school.parent_id')
    .select(['school.id as schoolId', 'school.name as schoolName', 'commune.name as communeName'])
    .where('school.kind', '=', 'school')
    .orderBy('commune.name')
    .orderBy('school.name')
    .execute();
  const rolls = await db
    .selectFrom('school_class')
    .leftJoin('pupil', 'pupil.class_id', 'school_class.id')
    .select((eb) => [
      'school_class.school_id as schoolId',
      eb.fn.count<number>('school_class.id').distinct().as('classCount'),
      eb.fn.count<number>('pupil.id').as('pupilCount'),
    ])
    .where('school_class.edition_id', '=', editionId)
    .groupBy('school_class.school_id')
    .execute();
  const works = await db
    .selectFrom('entry')
    .innerJoin('entry_author', 'entry_author.entry_id', 'entry.id')
    .innerJoin('pupil', 'pupil.id', 'entry_author.pupil_id')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .select((eb) => [
      'school_class.school_id as schoolId',
      'entry.state as state',
      eb.fn.count<number>('entry.id').distinct().as('entryCount'),
    ])
    .where('entry.edition_id', '=', editionId)
    .groupBy(['school_class.school_id', 'entry.state'])
    .execute();

  const rollOf = new Map(rolls.map((roll) => [roll.schoolId, roll]));
  const workOf = new Map(works.map((work) => [`${work.schoolId} ${work.state}`, work.entryCount]));
  return schools.map((school) => ({
    ...school,
    communeName: school.communeName ?? '',
    classCount: rollOf.get(school.schoolId)?.classCount ?? 0,
    pupilCount: rollOf.get(school.schoolId)?.pupilCount ?? 0,
    draftCount: workOf.get(`${school.schoolId} draft`) ?? 0,
    submittedCount: workOf.get(`${school.schoolId} submitted`) ?? 0,
  }));
}

export type JudgeProgress = {
  readonly judgeId: Id;
  readonly fullName: string;
  readonly active: boolean;
  readonly assigned: number;
  readonly started: number;
  readonly submitted: number;
  /** When the judge last saved or handed in a sheet of the round. */
  readonly lastActiveAt: EpochMs | null;
};

/**
 * Every judge with the sheets of a round on entries that stand: all that were assigned, and how many of them are begun
 * or in. Of a judge whose account was closed only the sheets that are in count.
 */
export async function listJudgeProgress(db: Db, roundId: Id): Promise<JudgeProgress[]> {
  const judges = await db
    .selectFrom('account')
    .select(['id', 'full_name', 'disabled_at'])
    .where('role', '=', 'judge')
    .execute();
  const counts = await db
    .selectFrom('sheet')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .select((eb) => [
      'sheet.judge_id as judge_id',
      'sheet.state as state',
      eb.fn.count<number>('sheet.id').as('sheetCount'),
      eb.fn.max('sheet.touched_at').as('touchedAt'),
    ])
    .where('sheet.round_id', '=', roundId)
    .where(competes)
    .groupBy(['sheet.judge_id', 'sheet.state'])
    .execute();
  const countOf = new Map(counts.map((row) => [`${row.judge_id} ${row.state}`, row.sheetCount]));
  const touched = new Map<Id, EpochMs>();
  for (const { judge_id, touchedAt } of counts) {
    if (touchedAt !== null) touched.set(judge_id, Math.max(touched.get(judge_id) ?? 0, touchedAt));
  }
  return judges.map((judge) => {
    const active = judge.disabled_at === null;
    const left = (state: 'assigned' | 'started') =>
      active ? (countOf.get(`${judge.id} ${state}`) ?? 0) : 0;
    const started = left('started');
    const submitted = countOf.get(`${judge.id} submitted`) ?? 0;
    return {
      judgeId: judge.id,
      fullName: judge.full_name,
      active,
      assigned: left('assigned') + started + submitted,
      started,
      submitted,
      lastActiveAt: touched.get(judge.id) ?? null,
    };
  });
}
