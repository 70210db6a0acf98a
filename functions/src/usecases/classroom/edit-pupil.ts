import type { PupilRow } from '@contract/classroom.ts';
import type { Id, IsoDay } from '@domain/kernel/ids.ts';
import { inTransaction } from '@server/store/database.ts';
import { updatePupil } from '@server/store/queries/pupils.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownPupil } from './own-class.ts';
import { onePupilRow } from './pupil-rows.ts';

type Input = {
  readonly classId: Id;
  readonly pupilId: Id;
  readonly fullName: string;
  readonly birthDate: IsoDay;
};

export async function editPupil(
  deps: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  { classId, pupilId, ...identity }: Input,
): Promise<PupilRow> {
  await ownPupil(deps.db, caller, { classId, pupilId });
  await inTransaction(deps.db, (trx) => updatePupil(trx, pupilId, identity));
  return onePupilRow(deps, classId, pupilId);
}
