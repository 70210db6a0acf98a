import type { SignInCard } from '@domain/classroom/card.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { byGivenName } from '@domain/people/names.ts';
import { listSealedCards } from '@server/store/queries/pupils.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownClass } from './own-class.ts';

/** The cards of a class as they are printed, also again: PIN and QR link are opened for it. */
export async function readCards(
  { db, cardSafe, publicUrl }: Pick<Deps, 'db' | 'cardSafe' | 'publicUrl'>,
  caller: Caller,
  { classId }: { classId: Id },
): Promise<{ className: string; schoolName: string; cards: SignInCard[] }> {
  const { schoolClass } = await ownClass(db, caller, classId);
  const cards = await listSealedCards(db, classId);
  return {
    className: schoolClass.name,
    schoolName: schoolClass.schoolName,
    cards: cards
      .map(({ pupilId, fullName, cardNumber, pinSealed, secretSealed }) => ({
        pupilId,
        fullName,
        cardNumber,
        classCode: schoolClass.code,
        pin: cardSafe.open(pinSealed),
        // After the `#`, so that the secret never stands in a server's log.
        link: `${publicUrl}/the#${cardSafe.open(secretSealed)}`,
      }))
      .toSorted(byGivenName),
  };
}
