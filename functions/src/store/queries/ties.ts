import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { TieKind } from '@domain/judging/assignment/ties.ts';
import type { Db, Trx } from '../database.ts';

export type KeptTie = {
  readonly id: Id;
  readonly judgeId: Id;
  readonly kind: TieKind;
  readonly subjectId: Id;
  readonly source: 'organiser' | 'judge';
  readonly note: string;
};

/** Every tie that somebody recorded, oldest first. */
export async function listTies(db: Db): Promise<KeptTie[]> {
  return db
    .selectFrom('judge_tie')
    .select(['id', 'judge_id as judgeId', 'kind', 'subject_id as subjectId', 'source', 'note'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** False when the judge has that tie already. */
export async function insertTie(
  trx: Trx,
  tie: KeptTie & { readonly recordedBy: Id; readonly recordedAt: EpochMs },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('judge_tie')
    .values({
      id: tie.id,
      judge_id: tie.judgeId,
      kind: tie.kind,
      subject_id: tie.subjectId,
      source: tie.source,
      note: tie.note,
      recorded_by: tie.recordedBy,
      recorded_at: tie.recordedAt,
    })
    .onConflict((conflict) => conflict.columns(['judge_id', 'kind', 'subject_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteTie(trx: Trx, judgeId: Id, tieId: Id): Promise<KeptTie | null> {
  const tie = (await listTies(trx)).find((kept) => kept.id === tieId && kept.judgeId === judgeId);
  if (tie === undefined) return null;
  await trx.deleteFrom('judge_tie').where('id', '=', tieId).execute();
  return tie;
}

export type AdultRow = {
  readonly id: Id;
  readonly role: 'teacher' | 'judge';
  readonly email: string;
  readonly fullName: string;
  readonly schoolId: Id | null;
  readonly active: boolean;
};

/** Judges and teachers, also those who have left. */
export async function listJudgesAndTeachers(db: Db): Promise<AdultRow[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'role', 'email', 'full_name', 'school_id', 'disabled_at'])
    .where('role', 'in', ['judge', 'teacher'])
    .orderBy('id')
    .$narrowType<{ role: 'judge' | 'teacher' }>()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    email: row.email,
    fullName: row.full_name,
    schoolId: row.school_id,
    active: row.disabled_at === null,
  }));
}

export type Subject = {
  readonly id: Id;
  readonly name: string;
  /** Tells it from another of the same name. */
  readonly detail: string;
};

const MOST_SUBJECTS = 5000;

/** What a tie of this kind may name, in an edition; by name. */
export async function listTieSubjects(
  db: Db,
  editionId: Id,
  kind: TieKind,
  onlyIds: readonly Id[] | null = null,
): Promise<Subject[]> {
  if (onlyIds?.length === 0) return [];
  const rows = await subjectRows(db, editionId, kind, onlyIds);
  return rows.map(({ id, name, detail }) => ({ id, name: name ?? '', detail: detail ?? '' }));
}

type Row = { id: string; name: string | null; detail: string | null };

async function subjectRows(
  db: Db,
  editionId: Id,
  kind: TieKind,
  onlyIds: readonly Id[] | null,
): Promise<Row[]> {
  const ids = onlyIds === null ? null : [...onlyIds];
  switch (kind) {
    case 'school':
    case 'commune':
      return db
        .selectFrom('unit')
        .leftJoin('unit as above', 'above.id', 'unit.parent_id')
        .select(['unit.id as id', 'unit.name as name', 'above.name as detail'])
        .where('unit.kind', '=', kind)
        .$if(ids !== null, (query) => query.where('unit.id', 'in', ids ?? []))
        .orderBy('unit.name')
        .limit(MOST_SUBJECTS)
        .execute();
    case 'class':
      return db
        .selectFrom('school_class')
        .innerJoin('unit', 'unit.id', 'school_class.school_id')
        .select(['school_class.id as id', 'school_class.name as name', 'unit.name as detail'])
        .where('school_class.edition_id', '=', editionId)
        .$if(ids !== null, (query) => query.where('school_class.id', 'in', ids ?? []))
        .orderBy('school_class.name')
        .limit(MOST_SUBJECTS)
        .execute();
    case 'teacher':
      return db
        .selectFrom('account')
        .leftJoin('unit', 'unit.id', 'account.school_id')
        .select(['account.id as id', 'account.full_name as name', 'unit.name as detail'])
        .where('account.role', '=', 'teacher')
        .$if(ids !== null, (query) => query.where('account.id', 'in', ids ?? []))
        .orderBy('account.full_name')
        .limit(MOST_SUBJECTS)
        .execute();
    case 'pupil': {
      const rows = await db
        .selectFrom('pupil')
        .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
        .innerJoin('unit', 'unit.id', 'school_class.school_id')
        .select([
          'pupil.id as id',
          'pupil.full_name as name',
          'school_class.name as className',
          'unit.name as schoolName',
        ])
        .where('school_class.edition_id', '=', editionId)
        .$if(ids !== null, (query) => query.where('pupil.id', 'in', ids ?? []))
        .orderBy('pupil.full_name')
        .execute();
      return rows.map(({ id, name, className, schoolName }) => ({
        id,
        name,
        detail: `${className}, ${schoolName}`,
      }));
    }
    case 'entry':
      return db
        .selectFrom('entry')
        .select(['id', 'blind_code as name', 'title as detail'])
        .where('edition_id', '=', editionId)
        .where('state', '=', 'submitted')
        .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
        .orderBy('blind_code')
        .execute();
  }
}
