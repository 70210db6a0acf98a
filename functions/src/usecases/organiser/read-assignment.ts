import type { AssignmentOverview, JudgeRow, TieView } from '@contract/assignment.ts';
import { AssignmentReportView } from '@contract/assignment.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import { namesakes, type Tie, TIE_KINDS, tiesOfTeachers } from '@domain/judging/assignment/ties.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { byGivenName } from '@domain/people/names.ts';
import type { Db } from '@server/store/database.ts';
import { findRun, listRuns } from '@server/store/queries/assignment.ts';
import { listTies, listTieSubjects, type Subject } from '@server/store/queries/ties.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { countBy, gatherRound, type RoundFacts, seatsThatCount } from './plan-assignment.ts';
import { runningEdition } from './running-edition.ts';

/** Judges with what ties them to entries, and the runs of assigning so far, newest first. */
export async function readAssignment(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<AssignmentOverview> {
  caller.allow({});
  const edition = await runningEdition(db);
  const facts = await gatherRound(db, edition);
  const counted = seatsThatCount(facts);
  const panels = countBy(counted, ({ entryId }) => entryId);
  const runs = await listRuns(db, edition.round.id);
  return {
    open: judgingOpen(edition.round),
    entries: facts.entries.length,
    judgesPerEntry: edition.judgesPerEntry,
    lacking: facts.entries.filter(
      ({ entryId }) => (panels.get(entryId) ?? 0) < edition.judgesPerEntry,
    ).length,
    judges: await judgeRows(
      db,
      facts,
      countBy(counted, ({ judgeId }) => judgeId),
    ),
    runs: runs.map(({ id, position, at, actorName, seed, report }) => {
      const { added, removed, unmetCount } = storedReport(report);
      return { id, position, at, actorName, seed, added, removed, unmet: unmetCount };
    }),
  };
}

/** The report of one run, as it was confirmed. Refuses not-found. */
export async function readAssignmentRun(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { runId }: { runId: Id },
): Promise<{ at: EpochMs; actorName: string; report: AssignmentReportView }> {
  caller.allow({});
  const edition = await runningEdition(db);
  const run = await findRun(db, edition.round.id, runId);
  if (run === null) throw refuse('not-found');
  return { at: run.at, actorName: run.actorName, report: storedReport(run.report) };
}

function storedReport(json: string): AssignmentReportView {
  return AssignmentReportView.parse(JSON.parse(json));
}

async function judgeRows(
  db: Db,
  facts: RoundFacts,
  loads: ReadonlyMap<Id, number>,
): Promise<JudgeRow[]> {
  const { judges, teachers, conflicts, capacities, edition, unitNames } = facts;
  const recorded = await listTies(db);
  const known = new Set(recorded.map(keyOf));
  const derived = tiesOfTeachers(judges, teachers).filter((tie) => !known.has(keyOf(tie)));
  const subjects = await subjectsOf(db, edition.id, [...recorded, ...derived]);
  const barred = countBy(conflicts, ({ judgeId }) => judgeId);
  const view = (tie: Tie): Pick<TieView, 'kind' | 'subjectId' | 'name' | 'detail'> => {
    const subject = subjects.get(`${tie.kind} ${tie.subjectId}`);
    const { kind, subjectId } = tie;
    return { kind, subjectId, name: subject?.name ?? '', detail: subject?.detail ?? '' };
  };
  return judges
    .map((judge) => ({
      judgeId: judge.id,
      fullName: judge.fullName,
      email: judge.email,
      active: judge.active,
      capacity: capacities.get(judge.id) ?? null,
      sheets: loads.get(judge.id) ?? 0,
      barred: barred.get(judge.id) ?? 0,
      ties: [
        ...recorded
          .filter(({ judgeId }) => judgeId === judge.id)
          .map((tie) => ({ ...view(tie), id: tie.id, source: tie.source, note: tie.note })),
        ...derived
          .filter(({ judgeId }) => judgeId === judge.id)
          .map((tie) => ({ ...view(tie), id: null, source: 'derived' as const, note: '' })),
      ],
      namesakes: namesakes(judge, teachers)
        .filter(
          ({ id }) => !known.has(keyOf({ judgeId: judge.id, kind: 'teacher', subjectId: id })),
        )
        .map(({ id, fullName, schoolId }) => ({
          teacherId: id,
          fullName,
          schoolId,
          schoolName: unitNames.get(schoolId ?? '') ?? '',
        })),
    }))
    .filter((judge) => judge.active || judge.sheets > 0)
    .toSorted(byGivenName);
}

function keyOf({ judgeId, kind, subjectId }: Tie): string {
  return `${judgeId} ${kind} ${subjectId}`;
}

async function subjectsOf(
  db: Db,
  editionId: Id,
  ties: readonly Tie[],
): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>();
  for (const kind of TIE_KINDS) {
    const ids = ties.filter((tie) => tie.kind === kind).map(({ subjectId }) => subjectId);
    for (const subject of await listTieSubjects(db, editionId, kind, ids)) {
      found.set(`${kind} ${subject.id}`, subject);
    }
  }
  return found;
}
