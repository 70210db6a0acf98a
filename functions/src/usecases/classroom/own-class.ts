import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Db } from '@server/store/database.ts';
import { findClass, type SchoolClass } from '@server/store/queries/classes.ts';
import { isPupilOf } from '@server/store/queries/pupils.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';

export type OwnClass = { readonly schoolClass: SchoolClass; readonly teacherId: Id };

/** The class, once its teacher has been allowed to it. Refuses not-found, permission.denied. */
export async function ownClass(db: Db, caller: Caller, classId: Id): Promise<OwnClass> {
  const schoolClass = await findClass(db, classId);
  if (schoolClass === null) throw refuse('not-found');
  caller.allow({ schoolId: schoolClass.schoolId, classTeacherIds: schoolClass.teacherIds });
  return { schoolClass, teacherId: actingAs(caller, 'teacher').accountId };
}

/** The class, and certainty that the pupil is in it: not-found for a pupil of another. */
export async function ownPupil(
  db: Db,
  caller: Caller,
  ids: { classId: Id; pupilId: Id },
): Promise<OwnClass> {
  const own = await ownClass(db, caller, ids.classId);
  if (!(await isPupilOf(db, ids))) throw refuse('not-found');
  return own;
}
