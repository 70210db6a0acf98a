import type { ClassView } from '@contract/classroom.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownClass } from './own-class.ts';
import { pupilRows } from './pupil-rows.ts';

export async function readClass(
  deps: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  { classId }: { classId: Id },
): Promise<ClassView> {
  const { schoolClass } = await ownClass(deps.db, caller, classId);
  const { id, name, code, schoolName } = schoolClass;
  return { id, name, code, schoolName, pupils: await pupilRows(deps, classId) };
}
