import type { Id } from '../../kernel/ids.ts';
import { countComponents } from '../models/connectivity.ts';
import type { Facet, RatingTable } from '../models/rating-table.ts';
import { type Board, cellOf, CLOSED, HELD, onlyUnit, SEATED } from './board.ts';
import type { AssignmentReport, AssignmentTask, DivisionGraph, JudgeSeat, Unmet } from './task.ts';

/** What came out, counted anew from the seats, and everything that could not be had. */
export function reportOn(board: Board, task: AssignmentTask): AssignmentReport {
  const open = Array.from({ length: board.openJudges }, (_, judge) => judge);
  const capacityOf = new Map(task.judges.map(({ judgeId, capacity }) => [judgeId, capacity]));
  const loads = board.judgeIds.map((judgeId, judge) => ({
    judgeId,
    load: board.loads[judge]!,
    capacity: capacityOf.get(judgeId) ?? null,
  }));
  const divisions = board.divisionIds.map((_, division) => divisionGraph(board, division));
  const unmet: Unmet[] = [
    ...board.inConflict.map((seat) => ({ kind: 'begun-in-conflict' as const, ...seat })),
    ...loads.flatMap(({ judgeId, load, capacity }) =>
      capacity === null || load <= capacity
        ? []
        : [{ kind: 'over-capacity' as const, judgeId, capacity, load }],
    ),
    ...missingSeats(board),
    ...divisions.flatMap(({ divisionId, components }, division) =>
      components <= 1
        ? []
        : [
            {
              kind: 'division-apart' as const,
              divisionId,
              components,
              cause: joinableWithRoom(board, division)
                ? ('capacity' as const)
                : ('conflicts' as const),
            },
          ],
    ),
    ...unevenLoads(open.map((judge) => board.loads[judge]!)),
    ...board.entryIds.flatMap((entryId, entry) => {
      const unit = onlyUnit(board, board.panels[entry]!);
      if (unit < 0) return [];
      return [{ kind: 'panel-of-one-unit' as const, entryId, unitId: board.unitIds[unit]! }];
    }),
  ];
  const { seed, judgesPerEntry } = task;
  return { seed, judgesPerEntry, loads, ...pairTable(board), divisions, unmet };
}

export function seatsOn(board: Board): JudgeSeat[] {
  return board.entryIds.flatMap((entryId, entry) =>
    board.panels[entry]!.toSorted((a, b) => a - b).map((judge) => ({
      entryId,
      judgeId: board.judgeIds[judge]!,
    })),
  );
}

function divisionGraph(board: Board, division: number): DivisionGraph {
  const graph = graphOf(board, division, (cell) => (cell & SEATED) !== 0);
  return {
    divisionId: board.divisionIds[division]!,
    entries: graph.entry.ids.length,
    judges: graph.judge.ids.length,
    seats: graph.entry.of.length,
    components: countComponents(graph),
    links: board.divisions[division]!.flatMap((entry) => linksOf(board, entry)),
  };
}

/** The newest of this run's seats, as many as the entry has beyond the wanted number. */
function linksOf(board: Board, entry: number): JudgeSeat[] {
  const panel = board.panels[entry]!;
  const beyond = panel.length - board.wanted[entry]!;
  if (beyond <= 0) return [];
  return panel
    .filter((judge) => (cellOf(board, entry, judge) & HELD) === 0)
    .slice(-beyond)
    .map((judge) => ({ entryId: board.entryIds[entry]!, judgeId: board.judgeIds[judge]! }));
}

/** Entries of a division and the judges they are joined to, in the shape the score models read. */
function graphOf(board: Board, division: number, joins: (cell: number) => boolean): RatingTable {
  const entries = board.divisions[division]!;
  const rows = entries.flatMap((entry, place) =>
    board.judgeIds.flatMap((_, judge) =>
      joins(cellOf(board, entry, judge)) ? [[place, judge] as const] : [],
    ),
  );
  const judges = [...new Set(rows.map(([, judge]) => judge))];
  const placeOf = new Map(judges.map((judge, place) => [judge, place]));
  return {
    entry: facet(
      entries.map((entry) => board.entryIds[entry]!),
      rows.map(([place]) => place),
    ),
    judge: facet(
      judges.map((judge) => board.judgeIds[judge]!),
      rows.map(([, judge]) => placeOf.get(judge)!),
    ),
    criterion: null,
    score: new Float64Array(rows.length),
  };
}

function facet(ids: readonly Id[], of: readonly number[]): Facet {
  const count = new Float64Array(ids.length);
  for (const index of of) count[index]! += 1;
  return { ids, of: Int32Array.from(of), count };
}

function pairTable(board: Board): Pick<AssignmentReport, 'pairs' | 'pairSpread'> {
  const { judgeIds, together, openJudges } = board;
  const pairs: { judgeIds: [Id, Id]; entries: number }[] = [];
  let least = Infinity;
  let most = 0;
  let sum = 0;
  for (let one = 0; one < judgeIds.length; one += 1) {
    for (let two = one + 1; two < judgeIds.length; two += 1) {
      const entries = together[one * judgeIds.length + two]!;
      if (entries > 0) pairs.push({ judgeIds: [judgeIds[one]!, judgeIds[two]!], entries });
      if (two >= openJudges) continue;
      least = Math.min(least, entries);
      most = Math.max(most, entries);
      sum += entries;
    }
  }
  const count = (openJudges * (openJudges - 1)) / 2;
  const pairSpread =
    count === 0 ? { least: 0, most: 0, mean: 0 } : { least, most, mean: sum / count };
  return { pairs, pairSpread };
}

function missingSeats(board: Board): Unmet[] {
  return board.entryIds.flatMap((entryId, entry) => {
    const wanted = board.wanted[entry]!;
    const seated = board.panels[entry]!.length;
    if (seated >= wanted) return [];
    const allowed = board.judgeIds.filter(
      (_, judge) => (cellOf(board, entry, judge) & (CLOSED | SEATED)) !== CLOSED,
    ).length;
    const cause = allowed < wanted ? ('conflicts' as const) : ('capacity' as const);
    return [{ kind: 'seats-missing' as const, entryId, wanted, seated, cause }];
  });
}

function unevenLoads(loads: readonly number[]): Unmet[] {
  if (loads.length === 0) return [];
  const least = loads.reduce((a, b) => Math.min(a, b));
  const most = loads.reduce((a, b) => Math.max(a, b));
  return most - least <= 1 ? [] : [{ kind: 'loads-uneven', least, most }];
}

/** Whether the division could be one graph if every judge had room. */
function joinableWithRoom(board: Board, division: number): boolean {
  const allowed = (cell: number) => (cell & (CLOSED | SEATED)) !== CLOSED;
  return countComponents(graphOf(board, division, allowed)) === 1;
}
