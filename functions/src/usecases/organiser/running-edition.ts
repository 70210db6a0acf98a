import type { Edition } from '@domain/contest/edition.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Db, Trx } from '@server/store/database.ts';
import { appendAudit, type AuditLine } from '@server/store/queries/audit.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** Refuses edition.missing in a contest that was not set up yet. */
export async function runningEdition(db: Db): Promise<Edition> {
  const edition = await findRunningEdition(db);
  if (edition === null) throw refuse('edition.missing');
  return edition;
}

type Act = Pick<AuditLine, 'action' | 'subject' | 'detail'>;

/** Writes an act of the organiser down, in the transaction that does it. */
export async function noteAct(
  trx: Trx,
  { clock, randomness }: Pick<Deps, 'clock' | 'randomness'>,
  actorId: Id,
  act: Act,
): Promise<void> {
  await appendAudit(trx, { id: randomness.id(), at: clock.now(), actorId, ...act });
}
