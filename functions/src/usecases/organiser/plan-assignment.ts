import type { AssignmentReportView } from '@contract/assignment.ts';
import { ageInYears } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { divisionOf } from '@domain/contest/settings.ts';
import { drawAnchors } from '@domain/judging/assignment/anchors.ts';
import { assignJudges } from '@domain/judging/assignment/assign-judges.ts';
import type { Assignment, JudgeSeat, RoundEntry } from '@domain/judging/assignment/task.ts';
import {
  conflictsOf,
  type Tie,
  tiesOfTeachers,
  unitOfJudge,
} from '@domain/judging/assignment/ties.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import type { Db } from '@server/store/database.ts';
import {
  type EntryToJudge,
  type HeldSheet,
  listAnchors,
  listCapacities,
  listEntriesToJudge,
  listHeldSheets,
} from '@server/store/queries/assignment.ts';
import { type AdultRow, listJudgesAndTeachers, listTies } from '@server/store/queries/ties.ts';
import { listUnits } from '@server/store/queries/units.ts';

/** Everything that assigning a round follows from, as it stands now. */
export type RoundFacts = {
  readonly edition: Edition;
  readonly judges: readonly AdultRow[];
  readonly teachers: readonly AdultRow[];
  /** Recorded ones and those that follow from other data. */
  readonly ties: readonly Tie[];
  readonly entries: readonly EntryToJudge[];
  readonly conflicts: readonly JudgeSeat[];
  /** Every sheet of the round. */
  readonly sheets: readonly HeldSheet[];
  /** Sheets on entries that stand, of judges who may see them. */
  readonly held: readonly HeldSheet[];
  /** Sheets on entries that stand, of judges who must not see them. */
  readonly inConflict: readonly HeldSheet[];
  readonly capacities: ReadonlyMap<Id, number>;
  readonly anchors: readonly Id[];
  readonly unitNames: ReadonlyMap<Id, string>;
};

const seatKey = ({ entryId, judgeId }: JudgeSeat) => `${entryId} ${judgeId}`;

/** `addedTies` are looked at as if they had been recorded. */
export async function gatherRound(
  db: Db,
  edition: Edition,
  addedTies: readonly Tie[] = [],
): Promise<RoundFacts> {
  const adults = await listJudgesAndTeachers(db);
  const judges = adults.filter(({ role }) => role === 'judge');
  const teachers = adults.filter(({ role }) => role === 'teacher');
  const recorded = await listTies(db);
  const ties = [...recorded, ...tiesOfTeachers(judges, teachers), ...addedTies];
  const entries = await listEntriesToJudge(db, edition.id);
  const conflicts = conflictsOf(ties, entries);
  const barred = new Set(conflicts.map(seatKey));
  const sheets = await listHeldSheets(db, edition.round.id);
  const standing = new Set(entries.map(({ entryId }) => entryId));
  const active = new Set(judges.filter((judge) => judge.active).map(({ id }) => id));
  const ofStanding = sheets.filter(({ entryId }) => standing.has(entryId));
  return {
    edition,
    judges,
    teachers,
    ties,
    entries,
    conflicts,
    sheets,
    // What a judge who left has begun and not handed in holds no seat: somebody else has to take it.
    held: ofStanding.filter(
      (sheet) =>
        !barred.has(seatKey(sheet)) && (sheet.state !== 'started' || active.has(sheet.judgeId)),
    ),
    inConflict: ofStanding.filter((sheet) => barred.has(seatKey(sheet))),
    capacities: await listCapacities(db, edition.round.id),
    anchors: await listAnchors(db, edition.round.id),
    unitNames: new Map((await listUnits(db)).map(({ id, name }) => [id, name])),
  };
}

/** Who must not judge which entry, by everything that is known now. */
export async function conflictsOfRound(db: Db, edition: Edition): Promise<readonly JudgeSeat[]> {
  return (await gatherRound(db, edition)).conflicts;
}

/** Seats that count: handed in, or of a judge who is still there. */
export function seatsThatCount({ held, judges }: RoundFacts): HeldSheet[] {
  const active = new Set(judges.filter((judge) => judge.active).map(({ id }) => id));
  return held.filter(({ judgeId, state }) => state === 'submitted' || active.has(judgeId));
}

/** Entries with their division, the same for every purpose of the round. */
export function entriesByDivision({ edition, entries }: Pick<RoundFacts, 'edition' | 'entries'>) {
  const day = vietnamDay(edition.round.opensAt);
  return entries.map(({ entryId, authors }) => ({
    entryId,
    divisionId: divisionOf(
      edition.settings,
      authors.map(({ birthDate }) => ageInYears(birthDate, day)),
    ),
  }));
}

export type Plan = {
  readonly assignment: Assignment;
  readonly anchors: readonly Id[];
  /** Changes whenever anything the plan follows from does. */
  readonly basis: string;
  readonly report: AssignmentReportView;
};

/** What assigning gives: the same facts and seed give the same plan. */
export function planAssignment(facts: RoundFacts, seed: number): Plan {
  const { edition, conflicts, held, ties, capacities } = facts;
  const divided = entriesByDivision(facts);
  const { count } = edition.settings.anchors;
  const anchors = drawAnchors(divided, { count, held: facts.anchors, conflicts, seed });
  const isAnchor = new Set(anchors);
  const entries: RoundEntry[] = divided.map((entry) => ({
    ...entry,
    anchor: isAnchor.has(entry.entryId),
  }));
  const judges = facts.judges
    .filter((judge) => judge.active)
    .map(({ id }) => ({
      judgeId: id,
      unitId: unitOfJudge(id, ties),
      capacity: capacities.get(id) ?? null,
    }));
  const seats = held.map(({ entryId, judgeId, state }) => ({
    entryId,
    judgeId,
    begun: state !== 'assigned',
  }));
  const { judgesPerEntry } = edition;
  const task = { judges, entries, conflicts, seats, judgesPerEntry, seed };
  const assignment = assignJudges(task);
  const basis = basisOf({
    judges,
    divided,
    conflicts,
    seats,
    judgesPerEntry,
    count,
    held: facts.anchors,
    out: facts.inConflict.map(({ id, state }) => `${id} ${state}`),
  });
  return { assignment, anchors, basis, report: reportView(facts, assignment, anchors) };
}

function basisOf(facts: unknown): string {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(facts)));
}

const MOST_CHANGES = 400;
const MOST_UNMET = 200;

function reportView(
  facts: RoundFacts,
  { added, removed, report }: Assignment,
  anchors: readonly Id[],
): AssignmentReportView {
  const { edition, entries, conflicts, unitNames } = facts;
  const { divisions } = edition.settings;
  const before = countBy(facts.held, ({ judgeId }) => judgeId);
  const barred = countBy(conflicts, ({ judgeId }) => judgeId);
  const changes = facts.held.length === 0 ? [] : changesOf(added, removed);
  const takenOut = facts.inConflict.map(({ entryId, judgeId, state }) => ({
    entryId,
    judgeId,
    begun: state !== 'assigned',
  }));
  const shownUnmet = report.unmet.slice(0, MOST_UNMET);
  const named = [
    ...anchors,
    ...takenOut.map(({ entryId }) => entryId),
    ...changes.map(({ entryId }) => entryId),
    ...report.divisions.flatMap(({ links }) => links.map(({ entryId }) => entryId)),
    ...shownUnmet.flatMap((each) => ('entryId' in each ? [each.entryId] : [])),
  ];
  const codes = new Map(entries.map(({ entryId, blindCode }) => [entryId, blindCode]));
  const units = shownUnmet.flatMap((each) => ('unitId' in each ? [each.unitId] : []));
  return {
    seed: report.seed,
    judgesPerEntry: report.judgesPerEntry,
    entries: entries.length,
    added: added.length,
    removed: removed.length,
    takenOut,
    loads: report.loads.map((load) => ({
      ...load,
      before: before.get(load.judgeId) ?? 0,
      barred: barred.get(load.judgeId) ?? 0,
    })),
    pairs: report.pairs.map(({ judgeIds: [a, b], entries: shared }) => ({ a, b, entries: shared })),
    pairSpread: report.pairSpread,
    divisions: report.divisions.map((division) => ({
      ...division,
      links: [...division.links],
      name: divisions.find(({ id }) => id === division.divisionId)?.name ?? '',
    })),
    anchors: [...anchors],
    anchorsWanted: edition.settings.anchors.count,
    unmet: shownUnmet,
    unmetCount: report.unmet.length,
    changes,
    judgeNames: Object.fromEntries(facts.judges.map(({ id, fullName }) => [id, fullName])),
    blindCodes: Object.fromEntries(named.map((id) => [id, codes.get(id) ?? ''])),
    unitNames: Object.fromEntries(units.map((id) => [id, unitNames.get(id) ?? ''])),
  };
}

function changesOf(added: readonly JudgeSeat[], removed: readonly JudgeSeat[]) {
  const all = [
    ...removed.map((seat) => ({ ...seat, change: 'removed' as const })),
    ...added.map((seat) => ({ ...seat, change: 'added' as const })),
  ];
  return all
    .toSorted((a, b) => (a.entryId < b.entryId ? -1 : a.entryId > b.entryId ? 1 : 0))
    .slice(0, MOST_CHANGES);
}

export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => Id): Map<Id, number> {
  const counts = new Map<Id, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
