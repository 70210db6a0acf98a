import type { Id } from '@domain/kernel/ids.ts';
import { randomFrom, shuffled } from '@domain/kernel/random.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { assignJudges } from '@domain/judging/assignment/assign-judges.ts';
import type { JudgeSeat } from '@domain/judging/assignment/task.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import { inTransaction } from '@server/store/database.ts';
import { takeTurn } from '@server/store/queries/editions.ts';
import { listSubmittedEntries } from '@server/store/queries/entries.ts';
import { listJudgeProgress } from '@server/store/queries/progress.ts';
import { insertSheets, listSeats, type Seat } from '@server/store/queries/sheets.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct, runningEdition } from './running-edition.ts';

const SEEDS = 2 ** 31;

/**
 * Gives every submitted entry the judges it lacks, and one more where entries would otherwise share
 * no chain of judges; what is assigned stays. The seed that is returned and written down repeats
 * the lots. Refuses judging.closed, judging.too-few-judges
 * { needed, have } and judging.nothing-to-assign.
 */
export async function assignRound(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
): Promise<{ added: number; entries: number; seed: number }> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  const { db, randomness } = deps;
  const seed = randomness.integer(SEEDS);
  return inTransaction(db, async (trx) => {
    const edition = await runningEdition(trx);
    await takeTurn(trx, edition.round.id);
    if (!judgingOpen(edition.round)) throw refuse('judging.closed');
    const judges = (await listJudgeProgress(trx, edition.round.id)).filter((judge) => judge.active);
    if (judges.length < edition.judgesPerEntry) {
      throw refuse('judging.too-few-judges', {
        needed: edition.judgesPerEntry,
        have: judges.length,
      });
    }
    const seats = await listSeats(trx, edition.round.id);
    const entries = await listSubmittedEntries(trx, edition.id);
    const { added: pairs, report } = assignJudges({
      judges: judges.map(({ judgeId }) => ({ judgeId, unitId: null, capacity: null })),
      entries: entries.map(({ id }) => ({ entryId: id, divisionId: edition.id, anchor: false })),
      conflicts: [],
      // A judge who has seen their list is not to find another.
      seats: seats.map(({ entryId, judgeId }) => ({ entryId, judgeId, begun: true })),
      judgesPerEntry: edition.judgesPerEntry,
      seed,
    });
    if (pairs.length === 0) throw refuse('judging.nothing-to-assign');
    const added = inOwnOrder(pairs, seats, seed).map((seat) => ({ ...seat, id: randomness.id() }));
    await insertSheets(trx, edition.round.id, added);
    const outcome = {
      added: pairs.length,
      entries: new Set(pairs.map((pair) => pair.entryId)).size,
      seed,
    };
    await noteAct(trx, deps, accountId, {
      action: 'round.assign',
      subject: edition.round.id,
      detail: {
        ...outcome,
        links: report.divisions.reduce((sum, division) => sum + division.links.length, 0),
        components: Math.max(0, ...report.divisions.map((division) => division.components)),
        unmet: report.unmet.length,
      },
    });
    return outcome;
  });
}

/**
 * Each judge's new sheets in an order of the judge's own, after the sheets that are there: the
 * order of submission would tell schools apart, and the same order would tire all at the same entry.
 */
export function inOwnOrder(
  pairs: readonly JudgeSeat[],
  seats: readonly Seat[],
  seed: number,
): Seat[] {
  const random = randomFrom(seed);
  const last = new Map<Id, number>();
  for (const { judgeId, position } of seats) {
    last.set(judgeId, Math.max(last.get(judgeId) ?? 0, position));
  }
  return shuffled(random, pairs).map(({ entryId, judgeId }) => {
    const position = (last.get(judgeId) ?? 0) + 1;
    last.set(judgeId, position);
    return { entryId, judgeId, position };
  });
}
