import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

export type SchoolClass = {
  readonly id: Id;
  readonly editionId: Id;
  readonly name: string;
  readonly code: string;
  readonly schoolId: Id;
  readonly schoolName: string;
  readonly teacherIds: readonly Id[];
};

export async function findClass(db: Db, classId: Id): Promise<SchoolClass | null> {
  const row = await db
    .selectFrom('school_class')
    .innerJoin('unit', 'unit.id', 'school_class.school_id')
    .select([
      'school_class.id as id',
      'school_class.edition_id as editionId',
      'school_class.name as name',
      'school_class.code as code',
      'school_class.school_id as schoolId',
      'unit.name as schoolName',
    ])
    .where('school_class.id', '=', classId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const teachers = await db
    .selectFrom('class_teacher')
    .select('account_id')
    .where('class_id', '=', classId)
    .execute();
  return { ...row, teacherIds: teachers.map((teacher) => teacher.account_id) };
}

/** The class that a pupil is in. */
export async function findClassOfPupil(db: Db, pupilId: Id): Promise<SchoolClass | null> {
  const pupil = await db
    .selectFrom('pupil')
    .select('class_id')
    .where('id', '=', pupilId)
    .executeTakeFirst();
  return pupil === undefined ? null : findClass(db, pupil.class_id);
}

export type ClassCounts = {
  readonly id: Id;
  readonly name: string;
  readonly code: string;
  readonly schoolName: string;
  readonly pupilCount: number;
  readonly submittedCount: number;
};

/** The classes a teacher has in an edition, with how many pupils are enrolled and have submitted. */
export async function listClassesOfTeacher(
  db: Db,
  editionId: Id,
  accountId: Id,
): Promise<ClassCounts[]> {
  return db
    .selectFrom('school_class')
    .innerJoin('class_teacher', 'class_teacher.class_id', 'school_class.id')
    .innerJoin('unit', 'unit.id', 'school_class.school_id')
    .leftJoin('pupil', 'pupil.class_id', 'school_class.id')
    .leftJoin('entry_author', (join) =>
      join
        .onRef('entry_author.pupil_id', '=', 'pupil.id')
        .onRef('entry_author.edition_id', '=', 'school_class.edition_id'),
    )
    .leftJoin('entry', (join) =>
      join.onRef('entry.id', '=', 'entry_author.entry_id').on('entry.state', '=', 'submitted'),
    )
    .select((eb) => [
      'school_class.id as id',
      'school_class.name as name',
      'school_class.code as code',
      'unit.name as schoolName',
      eb.fn.count<number>('pupil.id').as('pupilCount'),
      eb.fn.count<number>('entry.id').as('submittedCount'),
    ])
    .where('school_class.edition_id', '=', editionId)
    .where('class_teacher.account_id', '=', accountId)
    .groupBy(['school_class.id', 'school_class.name', 'school_class.code', 'unit.name'])
    .execute();
}

type NewClass = {
  readonly id: Id;
  readonly editionId: Id;
  readonly schoolId: Id;
  readonly name: string;
  readonly code: string;
  readonly createdAt: EpochMs;
  readonly teacherId: Id;
};

/** Makes a class of one teacher. False when its name in the school, or its code, is taken. */
export async function insertClass(trx: Trx, made: NewClass): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('school_class')
    .values({
      id: made.id,
      edition_id: made.editionId,
      school_id: made.schoolId,
      name: made.name,
      code: made.code,
      last_card_number: 0,
      created_at: made.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await trx
    .insertInto('class_teacher')
    .values({ class_id: made.id, account_id: made.teacherId })
    .execute();
  return true;
}

export async function classNameTaken(
  db: Db,
  of: { editionId: Id; schoolId: Id; name: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('school_class')
    .select('id')
    .where('edition_id', '=', of.editionId)
    .where('school_id', '=', of.schoolId)
    .where('name', '=', of.name)
    .executeTakeFirst();
  return found !== undefined;
}

/** The next card number of a class; numbers are never used twice. */
export async function nextCardNumber(trx: Trx, classId: Id): Promise<number> {
  await trx
    .updateTable('school_class')
    .set((eb) => ({ last_card_number: eb('last_card_number', '+', 1) }))
    .where('id', '=', classId)
    .execute();
  const row = await trx
    .selectFrom('school_class')
    .select('last_card_number')
    .where('id', '=', classId)
    .executeTakeFirstOrThrow();
  return row.last_card_number;
}
