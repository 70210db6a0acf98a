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
import { appendConsents } from '@server/store/queries/consents.ts';
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

/** Adds what a signed slip says to the ledger; a withdrawal is one more line, too. */
export async function recordConsents(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { classId, pupilId, lines }: Input,
): Promise<PupilRow> {
  const { db, clock, randomness } = deps;
  const { teacherId } = await ownPupil(db, caller, { classId, pupilId });
  const recordedAt = clock.now();
  const records = lines.map((line): ConsentRecord => ({
    ...line,
    id: randomness.id(),
    pupilId,
    evidence: 'paper-slip',
    textVersion: CONSENT_TEXT_VERSION,
    recordedBy: teacherId,
    recordedAt,
  }));
  const noted = {
    id: randomness.id(),
    at: recordedAt,
    actorId: teacherId,
    action: 'consent.record',
    subject: pupilId,
    detail: { lines: lines.length },
  };
  await inTransaction(db, async (trx) => {
    await appendConsents(trx, records);
    await appendAudit(trx, noted);
  });
  return onePupilRow(deps, classId, pupilId);
}
