import type { EpochMs } from '@domain/kernel/ids.ts';
import type { SessionView } from '@domain/people/actor.ts';
import type { Deps } from '@server/usecases/deps.ts';
import type { Db } from '@server/store/database.ts';
import {
  deleteSession,
  findSession,
  insertSession,
  prolongSession,
  type SessionOwner,
  type SignedIn,
  sweepSessions,
} from '@server/store/queries/sessions.ts';
import { secretHash } from './secret-hash.ts';

const HOUR_MS = 60 * 60_000;
const SESSION_MS = 12 * HOUR_MS;
const LONGEST_ADULT_MS = 7 * 24 * HOUR_MS;
/** How much must be won before a session is written again: not at every request. */
const WORTH_PROLONGING_MS = 10 * 60_000;

export type BegunSession = {
  readonly token: string;
  /** Null: the cookie ends with the browser, for pupils share computers. */
  readonly maxAgeSeconds: number | null;
  readonly view: SessionView;
};

/** Where a sign-in comes from, and the session it takes the place of. */
export type SignInPlace = { readonly address: string; readonly sessionToken: string | null };

/** Signs in: 12 hours; an adult's time slides on use, to 7 days at most. */
export async function beginSession(
  { db, clock, randomness }: Pick<Deps, 'clock' | 'randomness'> & { readonly db: Db },
  owner: SessionOwner,
  view: SessionView,
  place: Pick<SignInPlace, 'sessionToken'>,
): Promise<BegunSession> {
  const now = clock.now();
  const token = randomness.token();
  await sweepSessions(db, now);
  if (place.sessionToken !== null) await deleteSession(db, secretHash(place.sessionToken));
  await insertSession(db, secretHash(token), owner, {
    createdAt: now,
    expiresAt: now + SESSION_MS,
  });
  const maxAgeSeconds = 'accountId' in owner ? LONGEST_ADULT_MS / 1000 : null;
  return { token, maxAgeSeconds, view };
}

function slidExpiry(session: SignedIn, now: EpochMs): EpochMs {
  return Math.min(now + SESSION_MS, session.createdAt + LONGEST_ADULT_MS);
}

/** Who holds the token, or null; an adult's session slides on. */
export async function resumeSession(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string,
): Promise<SignedIn | null> {
  const now = clock.now();
  const tokenHash = secretHash(token);
  const session = await findSession(db, tokenHash, now);
  if (session === null || session.actor.role === 'pupil') return session;
  const expiresAt = slidExpiry(session, now);
  if (expiresAt - session.expiresAt >= WORTH_PROLONGING_MS) {
    await prolongSession(db, tokenHash, expiresAt);
  }
  return session;
}

export async function endSession({ db }: Pick<Deps, 'db'>, token: string): Promise<void> {
  await deleteSession(db, secretHash(token));
}
