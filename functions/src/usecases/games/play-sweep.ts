import type { SweepResult, SweepRunView } from '@contract/games.ts';
import { type BadgeId, badgesOf } from '@domain/games/badges.ts';
import { accountForSweep } from '@domain/games/sweep/account.ts';
import { sweep, TICKS_PER_SECOND } from '@domain/games/sweep/sweep.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import {
  awardBadges,
  findRun,
  finishRun,
  insertRun,
  listBadges,
} from '@server/store/queries/games.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

type GameDeps = Pick<Deps, 'db' | 'clock' | 'randomness' | 'decks'>;

const SEEDS = 2 ** 31;
/** A minute at sea takes nearly a minute, on any clock. */
const HASTE = 0.9;

const rulesOf = ({ decks }: Pick<Deps, 'decks'>) => `${sweep.version}.${decks.sweep.version}`;

/** A minute at sea with a seed of the server's. One at a time: an older unfinished one is over. */
export async function openSweepRun(deps: GameDeps, caller: Caller): Promise<SweepRunView> {
  caller.allow({});
  const { pupilId } = actingAs(caller, 'pupil');
  const run = {
    id: deps.randomness.id(),
    pupilId,
    rules: rulesOf(deps),
    seed: deps.randomness.integer(SEEDS),
    startedAt: deps.clock.now(),
  };
  await inTransaction(deps.db, (trx) => insertRun(trx, run));
  return { runId: run.id, seed: run.seed };
}

/**
 * Plays the run again from what the hands did; what comes out is the result, whatever the device
 * said. The same again answers the same. Refusals: not-found, permission.denied, game.rules-changed,
 * game.too-fast, input.malformed.
 */
export async function finishSweepRun(
  deps: GameDeps,
  caller: Caller,
  { runId, inputs }: { readonly runId: Id; readonly inputs: readonly number[] },
): Promise<SweepResult> {
  const seen = await findRun(deps.db, runId);
  if (seen === null) throw refuse('not-found');
  caller.allow({ authorIds: [seen.pupilId] });
  return inTransaction(deps.db, async (trx) => {
    const run = await findRun(trx, runId);
    if (run === null) throw refuse('not-found');
    const before = await listBadges(trx, run.pupilId);
    if (run.result !== null) return { ...run.result, badges: before, won: [] };
    if (run.rules !== rulesOf(deps)) throw refuse('game.rules-changed');
    const account = accountForSweep(deps.decks.sweep.kinds, run.seed, inputs);
    const now = deps.clock.now();
    if (now - run.startedAt < (account.ticks / TICKS_PER_SECOND) * 1000 * HASTE) {
      throw refuse('game.too-fast');
    }
    await finishRun(trx, run.id, account, now);
    const won = badgesOf(account).filter((badge) => !before.includes(badge));
    await awardBadges(trx, run.pupilId, won, now);
    const { points, sea, sorted } = account;
    return { points, sea, sorted, badges: await listBadges(trx, run.pupilId), won };
  });
}

export async function readBadges(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<{ badges: BadgeId[] }> {
  caller.allow({});
  return { badges: await listBadges(db, actingAs(caller, 'pupil').pupilId) };
}
