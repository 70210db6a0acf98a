import { judgingOpen } from '@domain/contest/round.ts';
import { type Tie, type TieKind, tiesOfTeachers } from '@domain/judging/assignment/ties.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type Db, inTransaction, type Trx } from '@server/store/database.ts';
import { takeOutSheets, writeCapacity } from '@server/store/queries/assignment.ts';
import { findRunningEdition, takeTurn } from '@server/store/queries/editions.ts';
import { findStaff } from '@server/store/queries/staff.ts';
import {
  deleteTie,
  insertTie,
  listJudgesAndTeachers,
  listTieSubjects as subjectRows,
  type Subject,
} from '@server/store/queries/ties.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { requireOpen } from './assign-round.ts';
import { gatherRound, type RoundFacts } from './plan-assignment.ts';
import { noteAct, runningEdition } from './running-edition.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;
type TieInput = { readonly kind: TieKind; readonly subjectId: Id; readonly note: string };

/** What a tie of this kind may name. */
export async function listTieSubjects(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { kind }: { kind: TieKind },
): Promise<{ subjects: Subject[] }> {
  caller.allow({});
  const edition = await runningEdition(db);
  return { subjects: await subjectRows(db, edition.id, kind) };
}

/** What the tie would keep from the judge beyond what is kept already. Nothing is changed. */
export async function previewTie(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { judgeId }: { judgeId: Id },
  input: TieInput,
): Promise<{ entries: number; sheets: number; begun: number }> {
  caller.allow({});
  await requireJudge(db, judgeId);
  const edition = await runningEdition(db);
  const before = await gatherRound(db, edition);
  const after = await gatherRound(db, edition, [{ ...input, judgeId }]);
  const own = ofJudge(after, judgeId).inConflict;
  return {
    entries: ofJudge(after, judgeId).barred - ofJudge(before, judgeId).barred,
    sheets: own.length,
    begun: own.filter(({ state }) => state !== 'assigned').length,
  };
}

/**
 * Records what ties a judge to entries. From then on the judge is never seated there; sheets they
 * have on those entries leave the round, also filled ones, and are kept aside. Refuses not-found,
 * judging.tie-known, judging.closed.
 */
export async function addTie(
  deps: Needs,
  caller: Caller,
  { judgeId }: { judgeId: Id },
  input: TieInput,
): Promise<{ takenOut: number }> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  return recordTie(deps, accountId, { judgeId, ...input }, 'organiser');
}

/** For whoever may record it: the organiser, or the judge who steps back from one entry. */
export async function recordTie(
  deps: Needs,
  recordedBy: Id,
  input: TieInput & { readonly judgeId: Id },
  source: 'organiser' | 'judge',
): Promise<{ takenOut: number }> {
  const { db, clock, randomness } = deps;
  const { judgeId, kind, subjectId, note } = input;
  return inTransaction(db, async (trx) => {
    await requireJudge(trx, judgeId);
    const edition = await runningEdition(trx);
    requireOpen(edition);
    await takeTurn(trx, edition.round.id);
    const [subject] = await subjectRows(trx, edition.id, kind, [subjectId]);
    if (subject === undefined) throw refuse('not-found');
    const now = clock.now();
    const tie = { id: randomness.id(), judgeId, kind, subjectId, source, note };
    if (!(await insertTie(trx, { ...tie, recordedBy, recordedAt: now }))) {
      throw refuse('judging.tie-known');
    }
    const out = ofJudge(await gatherRound(trx, edition), judgeId).inConflict;
    await takeOutSheets(
      trx,
      out.map(({ id }) => id),
      now,
    );
    await noteAct(trx, deps, recordedBy, {
      action: source === 'judge' ? 'sheet.recuse' : 'round.assign',
      subject: judgeId,
      detail: { tie: kind, subjectId, name: subject.name, note, takenOut: out.length },
    });
    return { takenOut: out.length };
  });
}

/**
 * Takes out the sheets of judges who turn out to be a teacher: for when the teacher's account comes
 * later than the judge's sheets.
 */
export async function takeOutNewConflicts(
  trx: Trx,
  deps: Pick<Deps, 'clock' | 'randomness'>,
  recordedBy: Id,
): Promise<void> {
  const edition = await findRunningEdition(trx);
  if (edition === null || !judgingOpen(edition.round)) return;
  const adults = await listJudgesAndTeachers(trx);
  const of = (role: 'judge' | 'teacher') => adults.filter((adult) => adult.role === role);
  if (tiesOfTeachers(of('judge'), of('teacher')).length === 0) return;
  const { inConflict } = await gatherRound(trx, edition);
  if (inConflict.length === 0) return;
  const ids = inConflict.map(({ id }) => id);
  await takeOutSheets(trx, ids, deps.clock.now());
  await noteAct(trx, deps, recordedBy, {
    action: 'round.assign',
    subject: edition.round.id,
    detail: { takenOut: ids.length },
  });
}

/** Takes a recorded tie away; sheets it took out do not come back. Refuses not-found. */
export async function removeTie(
  deps: Needs,
  caller: Caller,
  { judgeId, tieId }: { judgeId: Id; tieId: Id },
): Promise<void> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    requireOpen(await runningEdition(trx));
    const tie = await deleteTie(trx, judgeId, tieId);
    if (tie === null) throw refuse('not-found');
    const { kind, subjectId, source, note } = tie;
    await noteAct(trx, deps, accountId, {
      action: 'round.assign',
      subject: judgeId,
      detail: { removedTie: kind, subjectId, source, note },
    });
  });
}

/** The most sheets a judge takes in the round; null: no limit. Refuses not-found, judging.closed. */
export async function setCapacity(
  deps: Needs,
  caller: Caller,
  { judgeId }: { judgeId: Id },
  { capacity }: { capacity: number | null },
): Promise<void> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    await requireJudge(trx, judgeId);
    const edition = await runningEdition(trx);
    requireOpen(edition);
    await writeCapacity(trx, edition.round.id, judgeId, capacity);
    await noteAct(trx, deps, accountId, {
      action: 'round.assign',
      subject: judgeId,
      detail: { capacity },
    });
  });
}

async function requireJudge(db: Db, judgeId: Id): Promise<void> {
  if ((await findStaff(db, judgeId))?.role !== 'judge') throw refuse('not-found');
}

function ofJudge({ conflicts, inConflict }: RoundFacts, judgeId: Tie['judgeId']) {
  return {
    barred: conflicts.filter((seat) => seat.judgeId === judgeId).length,
    inConflict: inConflict.filter((sheet) => sheet.judgeId === judgeId),
  };
}
