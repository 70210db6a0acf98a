import { refuse } from '@domain/kernel/refusal.ts';
import { triesBeforeWait } from '@domain/people/throttle.ts';
import type { Passwords } from '@server/ports/secrets.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { type AccountRow, findAccountByEmail } from '@server/store/queries/accounts.ts';
import { type BegunSession, beginSession, type SignInPlace } from './keep-session.ts';
import { accountSubject, countTryOfAddress, forgetTries, takeTry } from './throttle-tries.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;

const decoys = new WeakMap<Passwords, Promise<string>>();

/** A hash no password is known for: verifying against it takes as long as against a real one. */
function decoyHash(passwords: Passwords): Promise<string> {
  const known = decoys.get(passwords);
  if (known) return known;
  const made = passwords.hash('a decoy that nobody signs in with');
  decoys.set(passwords, made);
  return made;
}

export function openForAccount(
  deps: Needs,
  account: Pick<AccountRow, 'id' | 'role' | 'fullName'>,
  place: Pick<SignInPlace, 'sessionToken'>,
): Promise<BegunSession> {
  const view = { role: account.role, displayName: account.fullName };
  return beginSession(deps, { accountId: account.id }, view, place);
}

/**
 * An adult with e-mail and password. An unknown e-mail, a disabled account and a wrong password
 * get the same answer after the same time. Refuses sign-in.method-off, rate.address, sign-in.wait,
 * sign-in.password-wrong.
 */
export async function signInWithPassword(
  deps: Needs & Pick<Deps, 'passwords'>,
  place: SignInPlace,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<BegunSession> {
  if (deps.passwords === null) throw refuse('sign-in.method-off');
  await countTryOfAddress(deps, place.address);
  const subject = accountSubject(email);
  const failures = await takeTry(deps, subject);
  const account = await findAccountByEmail(deps.db, email);
  const hash = account?.passwordHash ?? (await decoyHash(deps.passwords));
  const right = await deps.passwords.verify(hash, password);
  if (!right || account === null || account.passwordHash === null) {
    throw refuse('sign-in.password-wrong', { triesBeforeWait: triesBeforeWait(failures) });
  }
  await forgetTries(deps, subject);
  return openForAccount(deps, account, place);
}

/**
 * An adult whom an identity provider vouches for, by verified e-mail. Refuses sign-in.method-off,
 * rate.address, sign-in.token-wrong, sign-in.account-unknown.
 */
export async function signInWithIdToken(
  deps: Needs & Pick<Deps, 'idTokens'>,
  place: SignInPlace,
  idToken: string,
): Promise<BegunSession> {
  if (deps.idTokens === null) throw refuse('sign-in.method-off');
  await countTryOfAddress(deps, place.address);
  const proof = await deps.idTokens.verify(idToken);
  if (proof === null) throw refuse('sign-in.token-wrong');
  const account = await findAccountByEmail(deps.db, proof.email.toLowerCase());
  if (account === null) throw refuse('sign-in.account-unknown');
  return openForAccount(deps, account, place);
}
