import type { Id } from '@domain/kernel/ids.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { cardSubject, forgetTries } from '@server/usecases/session/throttle-tries.ts';
import { ownPupil } from './own-class.ts';

export async function unlockCard(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { classId, pupilId }: { classId: Id; pupilId: Id },
): Promise<void> {
  await ownPupil(db, caller, { classId, pupilId });
  await forgetTries({ db }, cardSubject(pupilId));
}
