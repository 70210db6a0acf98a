import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import {
  afterFailure,
  type Failures,
  FORGET_AFTER_MS,
  TRIES_PER_ADDRESS_PER_MINUTE,
  waitBeforeTryMs,
} from '@domain/people/throttle.ts';
import type { Deps } from '@server/usecases/deps.ts';
import {
  countAddressTry,
  failuresOf,
  forgetFailures,
  replaceFailures,
  sweepAddressTries,
  sweepFailures,
} from '@server/store/queries/throttle.ts';
import { secretHash } from './secret-hash.ts';

type Store = Pick<Deps, 'db' | 'clock'>;

export function cardSubject(pupilId: Id): string {
  return `card:${pupilId}`;
}

/** A card number nobody has: it slows down like any other, so that it looks like any other. */
export function absentCardSubject(classId: Id, cardNumber: number): string {
  return `card:${classId}:${cardNumber}`;
}

export function accountSubject(email: string): string {
  return `account:${secretHash(email)}`;
}

const MOST_ROUNDS = 8;

function refuseWait(waitMs: number) {
  return refuse('sign-in.wait', { waitSeconds: Math.ceil(waitMs / 1000) });
}

/**
 * Takes one try before the secret is looked at, by counting it as failed already: a hundred
 * guesses sent at once, to any number of instances, are a hundred tries. Returns what is stored
 * now; the one who proves right calls `forgetTries`. Refuses sign-in.wait.
 */
export async function takeTry({ db, clock }: Store, subject: string): Promise<Failures> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = clock.now();
    const seen = await failuresOf(db, subject);
    const waitMs = seen === null ? 0 : waitBeforeTryMs(seen, now);
    if (waitMs > 0) throw refuseWait(waitMs);
    const next = afterFailure(seen, now);
    if (await replaceFailures(db, subject, seen, next)) return next;
  }
  throw refuseWait(1000);
}

export async function forgetTries({ db }: Pick<Store, 'db'>, subject: string): Promise<void> {
  await forgetFailures(db, subject);
}

/** Refuses rate.address above 300 tries a minute: a whole school lab shares one address. */
export async function countTryOfAddress({ db, clock }: Store, address: string): Promise<void> {
  const now = clock.now();
  const minute = Math.floor(now / 60_000);
  const count = await countAddressTry(db, address, minute);
  if (count === 1) {
    await sweepAddressTries(db, minute - 1);
    await sweepFailures(db, now - FORGET_AFTER_MS);
  }
  if (count > TRIES_PER_ADDRESS_PER_MINUTE) throw refuse('rate.address');
}
