import type { PupilRow } from '@contract/classroom.ts';
import {
  CONSENT_TEXT_VERSION,
  type ConsentParty,
  type ConsentRecord,
  type Purpose,
} from '@domain/classroom/consent.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { inTransaction } from '@server/store/database.ts';
import { appendAudit } from '@server/store/queries/audit.ts';
import { appendConsents, lastConsentAt } from '@server/store/queries/consents.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownPupil } from './own-class.ts';
import { onePupilRow } from './pupil-rows.ts';

type Input = {
  readonly classId: Id;
  readonly pupilId: Id;
  readonly lines: readonly {
    readonly purpose: Purpose;
    readonly party: ConsentParty;
    readonly granted: boolean;
  }[];
};

/**
 * Adds what a signed slip says to the ledger; a withdrawal is one more line, too. The newest line
 * holds, so what is said now stands after every earlier line even when the machine's clock was set
 * back between them.
 */
export async function recordConsents(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { classId, pupilId, lines }: Input,
): Promise<PupilRow> {
  const { db, clock, randomness } = deps;
  const { teacherId } = await ownPupil(db, caller, { classId, pupilId });
  const now = clock.now();
  const said = lines.map((line) => ({ ...line, id: randomness.id() }));
  const auditId = randomness.id();
  await inTransaction(db, async (trx) => {
    const last = await lastConsentAt(trx, pupilId);
    const recordedAt = last === null ? now : Math.max(now, last + 1);
    await appendConsents(
      trx,
      said.map((line): ConsentRecord => ({
        ...line,
        pupilId,
        evidence: 'paper-slip',
        textVersion: CONSENT_TEXT_VERSION,
        recordedBy: teacherId,
        recordedAt,
      })),
    );
    await appendAudit(trx, {
      id: auditId,
      at: now,
      actorId: teacherId,
      action: 'consent.record',
      subject: pupilId,
      detail: { lines: lines.length },
    });
  });
  return onePupilRow(deps, classId, pupilId);
}
