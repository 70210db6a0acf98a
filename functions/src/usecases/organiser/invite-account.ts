import type * as z from 'zod/mini';
import type { AccountRow } from '@contract/organiser.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { AdultRole } from '@domain/people/actor.ts';
import { inTransaction } from '@server/store/database.ts';
import { findAccount } from '@server/store/queries/accounts.ts';
import { deleteSessionsOfAccount } from '@server/store/queries/sessions.ts';
import { insertStaff, replaceInvite } from '@server/store/queries/staff.ts';
import { findUnit } from '@server/store/queries/units.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { inviteLink } from '@server/usecases/session/accept-invite.ts';
import { secretHash } from '@server/usecases/session/secret-hash.ts';
import { takeOutNewConflicts } from './record-tie.ts';
import { noteAct } from './running-edition.ts';

const INVITE_LASTS_MS = 7 * 24 * 60 * 60_000;

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness' | 'publicUrl'>;

type Input = {
  readonly role: AdultRole;
  readonly email: string;
  readonly fullName: string;
  /** The school of a teacher, null for others. */
  readonly schoolId: Id | null;
};

function newInvite({ clock, randomness, publicUrl }: Needs) {
  const token = randomness.token();
  return {
    hash: secretHash(token),
    expiresAt: clock.now() + INVITE_LASTS_MS,
    link: inviteLink(publicUrl, token),
  };
}

/** Adds an adult with a one-time link of seven days. Refuses account.email-taken. */
export async function addAccount(
  deps: Needs,
  caller: Caller,
  input: Input,
): Promise<{ account: z.infer<typeof AccountRow>; inviteLink: string }> {
  caller.allow({});
  const { accountId: organiserId } = actingAs(caller, 'organiser');
  const { db, clock, randomness } = deps;
  const { role, email, fullName, schoolId } = input;
  const school = schoolId === null ? null : await findUnit(db, schoolId);
  if (schoolId !== null && school?.kind !== 'school') throw refuse('not-found');
  const id = randomness.id();
  const invite = newInvite(deps);

  await inTransaction(db, async (trx) => {
    const added = await insertStaff(trx, { ...input, id, createdAt: clock.now() });
    if (!added) throw refuse('account.email-taken');
    await replaceInvite(trx, id, invite.hash, invite.expiresAt);
    if (role === 'teacher') await takeOutNewConflicts(trx, deps, organiserId);
    await noteAct(trx, deps, organiserId, {
      action: 'account.manage',
      subject: id,
      detail: { added: role },
    });
  });
  const schoolName = school?.name ?? null;
  return {
    account: {
      id,
      role,
      email,
      fullName,
      schoolName,
      active: true,
      invitedUntil: invite.expiresAt,
    },
    inviteLink: invite.link,
  };
}

/** A new one-time link; earlier links and sessions of the account end. */
export async function renewInvite(
  deps: Needs,
  caller: Caller,
  { accountId }: { accountId: Id },
): Promise<{ inviteLink: string }> {
  caller.allow({});
  const { accountId: organiserId } = actingAs(caller, 'organiser');
  const account = await findAccount(deps.db, accountId);
  if (account === null) throw refuse('not-found');
  const invite = newInvite(deps);
  await inTransaction(deps.db, async (trx) => {
    await replaceInvite(trx, accountId, invite.hash, invite.expiresAt);
    await deleteSessionsOfAccount(trx, accountId);
    await noteAct(trx, deps, organiserId, {
      action: 'account.manage',
      subject: accountId,
      detail: { invitedAgain: true },
    });
  });
  return { inviteLink: invite.link };
}
