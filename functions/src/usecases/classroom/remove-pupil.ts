import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { deletePupil, pupilHasWork } from '@server/store/queries/pupils.ts';
import { forgetFailures } from '@server/store/queries/throttle.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { cardSubject } from '@server/usecases/session/throttle-tries.ts';
import { ownPupil } from './own-class.ts';

/** Takes a pupil off the roll. Refuses pupil.has-work where a drawing or a consent would vanish. */
export async function removePupil(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { classId, pupilId }: { classId: Id; pupilId: Id },
): Promise<void> {
  await ownPupil(db, caller, { classId, pupilId });
  await inTransaction(db, async (trx) => {
    if (await pupilHasWork(trx, pupilId)) throw refuse('pupil.has-work');
    await forgetFailures(trx, cardSubject(pupilId));
    await deletePupil(trx, pupilId);
  });
}
