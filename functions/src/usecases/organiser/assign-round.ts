import type { AssignmentReportView } from '@contract/assignment.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { randomFrom, shuffled } from '@domain/kernel/random.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { JudgeSeat } from '@domain/judging/assignment/task.ts';
import { inTransaction } from '@server/store/database.ts';
import {
  deleteUnbegun,
  insertRun,
  takeOutSheets,
  writeAnchors,
} from '@server/store/queries/assignment.ts';
import { takeTurn } from '@server/store/queries/editions.ts';
import { insertSheets, type Seat } from '@server/store/queries/sheets.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { gatherRound, planAssignment, type RoundFacts } from './plan-assignment.ts';
import { noteAct, runningEdition } from './running-edition.ts';

const SEEDS = 2 ** 31;

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;

/**
 * What assigning the round would give, by a seed or by lot. Nothing is changed; `basis` stands for
 * everything the plan follows from. Refuses judging.closed, judging.too-few-judges { needed, have }.
 */
export async function previewAssignment(
  { db, randomness }: Pick<Deps, 'db' | 'randomness'>,
  caller: Caller,
  input: { readonly seed: number | null },
): Promise<{ basis: string; report: AssignmentReportView }> {
  caller.allow({});
  const edition = await runningEdition(db);
  const facts = await gatherRound(db, edition);
  requireJudges(facts);
  const { basis, report } = planAssignment(facts, input.seed ?? randomness.integer(SEEDS));
  return { basis, report };
}

/**
 * Makes a plan true that somebody saw: sheets are added, unbegun ones given up where the plan says
 * so, and those in conflict taken out. A sheet that a judge has begun stays, unless it is in
 * conflict. Refuses what previewAssignment refuses, judging.nothing-to-assign, and
 * judging.plan-stale when anything changed since the plan was made.
 */
export async function assignRound(
  deps: Needs,
  caller: Caller,
  { seed, basis }: { readonly seed: number; readonly basis: string },
): Promise<{ runId: Id; report: AssignmentReportView }> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  const { db, clock, randomness } = deps;
  return inTransaction(db, async (trx) => {
    const edition = await runningEdition(trx);
    await takeTurn(trx, edition.round.id);
    const facts = await gatherRound(trx, edition);
    requireJudges(facts);
    const plan = planAssignment(facts, seed);
    if (plan.basis !== basis) throw refuse('judging.plan-stale');
    const { assignment, report, anchors } = plan;
    const { added, removed } = assignment;
    if (added.length + removed.length + facts.inConflict.length === 0) {
      throw refuse('judging.nothing-to-assign');
    }
    const roundId = edition.round.id;
    const out = facts.inConflict.map(({ id }) => id);
    await takeOutSheets(trx, out, clock.now());
    const givenUp = sheetsAt(facts, removed);
    await deleteUnbegun(trx, givenUp);
    const gone = new Set([...out, ...givenUp]);
    const staying = facts.sheets.filter(({ id }) => !gone.has(id));
    const fresh = inOwnOrder(added, staying, seed).map((seat) => ({
      ...seat,
      id: randomness.id(),
    }));
    await insertSheets(trx, roundId, fresh);
    await writeAnchors(trx, roundId, anchors);
    const runId = randomness.id();
    await insertRun(trx, {
      id: runId,
      roundId,
      at: clock.now(),
      actorId: accountId,
      seed,
      report: JSON.stringify(report),
    });
    await noteAct(trx, deps, accountId, {
      action: 'round.assign',
      subject: roundId,
      detail: {
        runId,
        seed,
        added: added.length,
        removed: removed.length,
        takenOut: out.length,
        anchors: anchors.length,
        components: Math.max(0, ...report.divisions.map((division) => division.components)),
        unmet: report.unmetCount,
      },
    });
    return { runId, report };
  });
}

function requireJudges({ edition, judges }: RoundFacts): void {
  requireOpen(edition);
  const have = judges.filter((judge) => judge.active).length;
  if (have < edition.judgesPerEntry) {
    throw refuse('judging.too-few-judges', { needed: edition.judgesPerEntry, have });
  }
}

/** Refuses judging.closed once the round is decided. */
export function requireOpen({ round }: Pick<Edition, 'round'>): void {
  if (!judgingOpen(round)) throw refuse('judging.closed');
}

function sheetsAt(facts: RoundFacts, seats: readonly JudgeSeat[]): Id[] {
  const wanted = new Set(seats.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`));
  return facts.held
    .filter(({ entryId, judgeId, state }) => {
      return state === 'assigned' && wanted.has(`${entryId} ${judgeId}`);
    })
    .map(({ id }) => id);
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
