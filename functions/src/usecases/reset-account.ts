import { refuse } from '@domain/kernel/refusal.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { inTransaction } from '@server/store/database.ts';
import { findAccountByEmail, setPasswordHash } from '@server/store/queries/accounts.ts';
import { appendAudit } from '@server/store/queries/audit.ts';
import { deleteSessionsOfAccount } from '@server/store/queries/sessions.ts';
import { replaceInvite } from '@server/store/queries/staff.ts';
import { inviteLink } from './session/accept-invite.ts';
import { secretHash } from './session/secret-hash.ts';

const LINK_MS = 24 * 60 * 60_000;

/** Whoever stands at the machine itself; has no account. */
const AT_THE_MACHINE = 'machine';

/**
 * Shuts an adult's account until they set a new password through the one-time link that is
 * returned, valid for 24 hours: the old password and all sessions end at once. For the command line
 * only, where whoever can run it already holds the database. Refuses sign-in.account-unknown.
 */
export async function resetAccount(
  { db, clock, randomness, publicUrl }: Pick<Deps, 'db' | 'clock' | 'randomness' | 'publicUrl'>,
  email: string,
): Promise<string> {
  const token = randomness.token();
  const auditId = randomness.id();
  const now = clock.now();
  await inTransaction(db, async (trx) => {
    const account = await findAccountByEmail(trx, email);
    if (account === null) throw refuse('sign-in.account-unknown');
    await setPasswordHash(trx, account.id, null);
    await deleteSessionsOfAccount(trx, account.id);
    await replaceInvite(trx, account.id, secretHash(token), now + LINK_MS);
    await appendAudit(trx, {
      id: auditId,
      at: now,
      actorId: AT_THE_MACHINE,
      action: 'account.manage',
      subject: account.id,
      detail: { reset: true },
    });
  });
  return inviteLink(publicUrl, token);
}
