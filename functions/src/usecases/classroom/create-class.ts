import type * as z from 'zod/mini';
import type { ClassSummary } from '@contract/classroom.ts';
import { CLASS_CODE_LENGTH, drawCode } from '@domain/classroom/card.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { classNameTaken, insertClass } from '@server/store/queries/classes.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import { findUnit } from '@server/store/queries/units.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** Makes a class in the teacher's school. Refuses class.name-taken, edition.missing. */
export async function createClass(
  { db, clock, randomness }: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { name }: { name: string },
): Promise<z.infer<typeof ClassSummary>> {
  caller.allow({});
  const { accountId: teacherId, schoolId } = actingAs(caller, 'teacher');
  const edition = await findRunningEdition(db);
  if (edition === null) throw refuse('edition.missing');
  const school = await findUnit(db, schoolId);
  if (school === null) throw refuse('not-found');
  const of = { editionId: edition.id, schoolId, name };
  const made = { ...of, id: randomness.id(), createdAt: clock.now(), teacherId };

  const code = await inTransaction(db, async (trx) => {
    // Drawn again in the rare case that another class has the code already.
    while (!(await classNameTaken(trx, of))) {
      const drawn = drawCode(randomness.integer, CLASS_CODE_LENGTH);
      if (await insertClass(trx, { ...made, code: drawn })) return drawn;
    }
    throw refuse('class.name-taken');
  });
  return {
    id: made.id,
    name,
    code,
    schoolName: school.name,
    pupilCount: 0,
    submittedCount: 0,
  };
}
