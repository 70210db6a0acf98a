import type * as z from 'zod/mini';
import type { ClassSummary } from '@contract/classroom.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { listClassesOfTeacher } from '@server/store/queries/classes.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import { findUnit } from '@server/store/queries/units.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

// "3A, 4A, 10A": numbers in names count as numbers.
const collator = new Intl.Collator('vi', { numeric: true });

export async function listClasses(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<{ schoolName: string; classes: z.infer<typeof ClassSummary>[] }> {
  caller.allow({});
  const { accountId, schoolId } = actingAs(caller, 'teacher');
  const school = await findUnit(db, schoolId);
  if (school === null) throw refuse('not-found');
  const edition = await findRunningEdition(db);
  const classes = edition === null ? [] : await listClassesOfTeacher(db, edition.id, accountId);
  return {
    schoolName: school.name,
    classes: classes.toSorted((a, b) => collator.compare(a.name, b.name)),
  };
}
