import type { Id } from '@domain/kernel/ids.ts';
import { inTransaction } from '@server/store/database.ts';
import { appendAudit } from '@server/store/queries/audit.ts';
import { updateCard } from '@server/store/queries/pupils.ts';
import { deleteSessionsOfPupil } from '@server/store/queries/sessions.ts';
import { forgetFailures } from '@server/store/queries/throttle.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { cardSubject } from '@server/usecases/session/throttle-tries.ts';
import { makeCard } from './make-card.ts';
import { ownPupil } from './own-class.ts';

/**
 * A new card for a pupil whose card was lost or seen by others: another PIN and QR secret under the
 * same number. The old card and every session of the pupil end at once; work is not touched.
 */
export async function replaceCard(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness' | 'cardSafe'>,
  caller: Caller,
  { classId, pupilId }: { classId: Id; pupilId: Id },
): Promise<void> {
  const { db, clock, randomness } = deps;
  const { teacherId } = await ownPupil(db, caller, { classId, pupilId });
  const card = makeCard(deps);
  const auditId = randomness.id();
  await inTransaction(db, async (trx) => {
    await updateCard(trx, pupilId, card);
    await deleteSessionsOfPupil(trx, pupilId);
    await forgetFailures(trx, cardSubject(pupilId));
    await appendAudit(trx, {
      id: auditId,
      at: clock.now(),
      actorId: teacherId,
      action: 'card.replace',
      subject: pupilId,
      detail: {},
    });
  });
}
