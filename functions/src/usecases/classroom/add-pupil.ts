import type { PupilRow } from '@contract/classroom.ts';
import { LAST_CARD_NUMBER } from '@domain/classroom/card.ts';
import type { Id, IsoDay } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { nextCardNumber } from '@server/store/queries/classes.ts';
import { insertPupil } from '@server/store/queries/pupils.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { makeCard } from './make-card.ts';
import { ownClass } from './own-class.ts';
import { onePupilRow } from './pupil-rows.ts';

/** Enrols a pupil with a new card. Refuses class.full after card 99. */
export async function addPupil(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness' | 'cardSafe'>,
  caller: Caller,
  { classId, fullName, birthDate }: { classId: Id; fullName: string; birthDate: IsoDay },
): Promise<PupilRow> {
  await ownClass(deps.db, caller, classId);
  const pupil = {
    id: deps.randomness.id(),
    classId,
    fullName,
    birthDate,
    createdAt: deps.clock.now(),
    ...makeCard(deps),
  };
  await inTransaction(deps.db, async (trx) => {
    const cardNumber = await nextCardNumber(trx, classId);
    if (cardNumber > LAST_CARD_NUMBER) throw refuse('class.full', { most: LAST_CARD_NUMBER });
    await insertPupil(trx, { ...pupil, cardNumber });
  });
  return onePupilRow(deps, classId, pupil.id);
}
