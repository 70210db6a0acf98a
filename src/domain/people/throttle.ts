import type { EpochMs } from '../kernel/ids.ts';

/** Failures seen for one card or one account, kept in the database. */
export type Failures = { readonly count: number; readonly lastAt: EpochMs };

const FREE_TRIES = 4;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A failure so old counts no more. */
export const FORGET_AFTER_MS = 24 * 60 * 60_000;

/**
 * Milliseconds until the next try is allowed. Four tries are free (small fingers mistype), then
 * the wait doubles from 5 s to 15 min: at most 100 guesses a day against a million PINs.
 */
export function waitBeforeTryMs(failures: Failures, now: EpochMs): number {
  if (failures.count < FREE_TRIES || now - failures.lastAt > FORGET_AFTER_MS) return 0;
  // A failure that lies ahead was counted before the machine's clock was set back: nobody waits
  // for that hour to come again.
  if (failures.lastAt - now > LONGEST_WAIT_MS) return 0;
  const pauseMs = Math.min(5_000 * 2 ** (failures.count - FREE_TRIES), LONGEST_WAIT_MS);
  return Math.max(0, failures.lastAt + pauseMs - now);
}

/** Tries that are still free of any wait after these failures. */
export function triesBeforeWait(failures: Failures): number {
  return Math.max(0, FREE_TRIES - failures.count);
}

export function afterFailure(failures: Failures | null, now: EpochMs): Failures {
  const forgotten = failures === null || now - failures.lastAt > FORGET_AFTER_MS;
  return { count: forgotten ? 1 : failures.count + 1, lastAt: now };
}

/** A school lab shares one address, so an address may try this often in a minute. */
export const TRIES_PER_ADDRESS_PER_MINUTE = 300;
