import type * as z from 'zod/mini';
import type { AccountRow } from '@contract/organiser.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { findAccount } from '@server/store/queries/accounts.ts';
import { deleteSessionsOfAccount } from '@server/store/queries/sessions.ts';
import { dropInvites, findStaff, setDisabledAt } from '@server/store/queries/staff.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct } from './running-edition.ts';

/**
 * Closes an adult's account: links and sessions end, what the adult did stays, and the seats of a
 * judge's unfinished sheets are free for others. Or opens it again, with the password it had.
 * Refuses account.own: who asks stays, so that a contest never loses its last organiser.
 */
export async function setAccountActive(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { accountId }: { accountId: Id },
  { active }: { active: boolean },
): Promise<z.infer<typeof AccountRow>> {
  caller.allow({});
  const { accountId: organiserId } = actingAs(caller, 'organiser');
  if (accountId === organiserId) throw refuse('account.own');
  return inTransaction(deps.db, async (trx) => {
    // Somebody else may have closed the account of who asks a moment ago.
    if ((await findAccount(trx, organiserId)) === null) throw refuse('session.missing');
    const account = await findStaff(trx, accountId);
    if (account === null) throw refuse('not-found');
    if (account.active === active) return account;
    await setDisabledAt(trx, accountId, active ? null : deps.clock.now());
    if (!active) {
      await dropInvites(trx, accountId);
      await deleteSessionsOfAccount(trx, accountId);
    }
    await noteAct(trx, deps, organiserId, {
      action: 'account.manage',
      subject: accountId,
      detail: { active },
    });
    return { ...account, active, invitedUntil: active ? account.invitedUntil : null };
  });
}
