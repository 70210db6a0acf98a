import { refuse } from '@domain/kernel/refusal.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { type Db, inTransaction, type Trx } from '@server/store/database.ts';
import {
  type AccountRow,
  anyOrganiser,
  emailIsTaken,
  findAccount,
  findInvite,
  insertOrganiser,
  replaceFirstOrganiserInvite,
  setPasswordHash,
  takeInvite,
} from '@server/store/queries/accounts.ts';
import { deleteSessionsOfAccount } from '@server/store/queries/sessions.ts';
import { type BegunSession, type SignInPlace } from './keep-session.ts';
import { secretHash } from './secret-hash.ts';
import { openForAccount } from './sign-in-adult.ts';
import { accountSubject, countTryOfAddress, forgetTries } from './throttle-tries.ts';

type InviteView = {
  readonly kind: 'first-organiser' | 'account';
  readonly email: string | null;
  readonly fullName: string | null;
};

type AcceptInput = {
  readonly token: string;
  readonly password: string;
  readonly email?: string | undefined;
  readonly fullName?: string | undefined;
};

const FIRST_LINK_MS = 24 * 60 * 60_000;

/** The account an invite is for, null for the first organiser. Refuses links that lead nowhere. */
async function inviteeOf(db: Db, tokenHash: string, now: number): Promise<AccountRow | null> {
  const invite = await findInvite(db, tokenHash, now);
  if (invite === null) throw refuse('account.invite-used');
  if (invite.accountId === null) {
    if (await anyOrganiser(db)) throw refuse('setup.link-used');
    return null;
  }
  const account = await findAccount(db, invite.accountId);
  if (account === null) throw refuse('account.invite-used');
  return account;
}

/** Refuses rate.address, account.invite-used (also when expired), setup.link-used. */
export async function readInvite(
  deps: Pick<Deps, 'db' | 'clock'>,
  place: Pick<SignInPlace, 'address'>,
  token: string,
): Promise<InviteView> {
  await countTryOfAddress(deps, place.address);
  const account = await inviteeOf(deps.db, secretHash(token), deps.clock.now());
  if (account === null) return { kind: 'first-organiser', email: null, fullName: null };
  return { kind: 'account', email: account.email, fullName: account.fullName };
}

const FEWEST_DIFFERENT_CHARACTERS = 5;

/** Length is the schema's; this catches what is long and still the first thing anybody tries. */
function isWeak(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const name = email.slice(0, email.indexOf('@'));
  return (
    new Set(lower).size < FEWEST_DIFFERENT_CHARACTERS ||
    lower === email ||
    (name.length >= 6 && lower.startsWith(name))
  );
}

async function makeFirstOrganiser(
  trx: Trx,
  organiser: Parameters<typeof insertOrganiser>[1],
): Promise<AccountRow> {
  if (await emailIsTaken(trx, organiser.email)) throw refuse('account.email-taken');
  await insertOrganiser(trx, organiser);
  return { ...organiser, role: 'organiser', schoolId: null };
}

/**
 * Sets the password of the account the link is for, or makes the first organiser, and signs in.
 * Sessions the account had end. Refuses sign-in.method-off, rate.address, account.invite-used,
 * setup.link-used, account.password-weak, account.email-taken, and input.malformed when the first
 * organiser gives no name or e-mail.
 */
export async function acceptInvite(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness' | 'passwords'>,
  place: SignInPlace,
  input: AcceptInput,
): Promise<BegunSession> {
  const { db, clock, randomness, passwords } = deps;
  if (passwords === null) throw refuse('sign-in.method-off');
  await countTryOfAddress(deps, place.address);
  const tokenHash = secretHash(input.token);
  const now = clock.now();
  const invitee = await inviteeOf(db, tokenHash, now);
  const email = invitee?.email ?? input.email;
  const fullName = invitee?.fullName ?? input.fullName;
  if (email === undefined || fullName === undefined) throw refuse('input.malformed');
  if (isWeak(input.password, email)) throw refuse('account.password-weak');
  // Hashing takes a tenth of a second: outside the transaction, which keeps others waiting.
  const passwordHash = await passwords.hash(input.password);
  const id = invitee?.id ?? randomness.id();

  return inTransaction(db, async (trx) => {
    const account = await inviteeOf(trx, tokenHash, now);
    if (!(await takeInvite(trx, tokenHash, now))) throw refuse('account.invite-used');
    if (account !== null) {
      await setPasswordHash(trx, account.id, passwordHash);
      await deleteSessionsOfAccount(trx, account.id);
    }
    const opened =
      account ??
      (await makeFirstOrganiser(trx, { id, email, fullName, passwordHash, createdAt: now }));
    await forgetTries({ db: trx }, accountSubject(email));
    return openForAccount({ ...deps, db: trx }, opened, place);
  });
}

/**
 * The link that makes the first organiser of an empty contest, valid for 24 hours; earlier ones
 * end. Null as soon as there is an organiser.
 */
export async function inviteFirstOrganiser({
  db,
  clock,
  randomness,
  publicUrl,
}: Pick<Deps, 'db' | 'clock' | 'randomness' | 'publicUrl'>): Promise<string | null> {
  const token = randomness.token();
  return inTransaction(db, async (trx) => {
    if (await anyOrganiser(trx)) return null;
    await replaceFirstOrganiserInvite(trx, secretHash(token), clock.now() + FIRST_LINK_MS);
    return inviteLink(publicUrl, token);
  });
}

/** The page where a one-time link is redeemed; the token stays out of server logs, behind `#`. */
export function inviteLink(publicUrl: string, token: string): string {
  return `${publicUrl}/loi-moi#${token}`;
}
