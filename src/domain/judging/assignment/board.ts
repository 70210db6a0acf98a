import type { Id } from '../../kernel/ids.ts';
import type { AssignmentTask, HeldSeat, JudgeSeat } from './task.ts';

/** What one byte says about an entry and a judge; 0: the judge may be seated. */
export const CLOSED = 1;
export const SEATED = 2;
/** The seat was there before this run. */
export const HELD = 4;
export const BEGUN = 8;
/** Nothing else joins the two ends within the division. */
export const BRIDGE = 16;
/** The judge's only seat in the division. */
export const ONLY = 32;
/** Moving the seat was tried and took a division apart. */
export const TRIED = 64;

const UNLIMITED = 2 ** 31 - 1;

/** A task as numbers: entries and judges are indices in the order of their ids. */
export type Board = {
  readonly entryIds: readonly Id[];
  /** Judges who take new sheets come first. */
  readonly judgeIds: readonly Id[];
  readonly openJudges: number;
  /** One byte per entry and judge, row by row. */
  readonly cells: Uint8Array;
  readonly panels: readonly number[][];
  readonly entriesOf: readonly Set<number>[];
  readonly loads: Int32Array;
  readonly room: Int32Array;
  /** Entries that two judges share, judges × judges. */
  readonly together: Int32Array;
  /** −1 where unknown. */
  readonly unitOf: Int32Array;
  readonly unitIds: readonly Id[];
  readonly wanted: Int32Array;
  readonly divisionIds: readonly Id[];
  readonly divisionOf: Int32Array;
  readonly divisions: readonly number[][];
  /** Index of an entry within its division. */
  readonly placeOf: Int32Array;
  /** Seats begun in spite of a conflict; not on the board. */
  readonly inConflict: readonly JudgeSeat[];
};

const sorted = (ids: Iterable<Id>) => [...new Set(ids)].toSorted();
const indexed = (ids: readonly Id[]) => new Map(ids.map((id, index) => [id, index]));

/** Sets up the entries, judges and conflicts, and seats those who are held. */
export function setBoard(task: AssignmentTask): Board {
  const entryOf = new Map(task.entries.map((entry) => [entry.entryId, entry]));
  const judgeOf = new Map(task.judges.map((judge) => [judge.judgeId, judge]));
  const entryIds = sorted(entryOf.keys());
  const open = sorted(judgeOf.keys());
  const known = task.seats.filter((seat) => entryOf.has(seat.entryId));
  const begunElsewhere = known.filter((seat) => seat.begun && !judgeOf.has(seat.judgeId));
  const judgeIds = [...open, ...sorted(begunElsewhere.map((seat) => seat.judgeId))];
  const entryIndex = indexed(entryIds);
  const judgeIndex = indexed(judgeIds);
  const unitIds = sorted(task.judges.flatMap((judge) => judge.unitId ?? []));
  const unitIndex = indexed(unitIds);
  const divisionIds = sorted(task.entries.map((entry) => entry.divisionId));
  const divisionIndex = indexed(divisionIds);
  const divisions = divisionIds.map(() => [] as number[]);
  const divisionOf = Int32Array.from(entryIds, (id) =>
    divisionIndex.get(entryOf.get(id)!.divisionId)!,
  );
  const placeOf = Int32Array.from(
    divisionOf,
    (division, entry) => divisions[division]!.push(entry) - 1,
  );

  const columns = judgeIds.length;
  const cells = new Uint8Array(entryIds.length * columns);
  for (let entry = 0; entry < entryIds.length; entry += 1) {
    cells.fill(CLOSED, entry * columns + open.length, (entry + 1) * columns);
  }
  const conflicts = new Set<number>();
  for (const { entryId, judgeId } of task.conflicts) {
    const entry = entryIndex.get(entryId);
    const judge = judgeIndex.get(judgeId);
    if (entry === undefined || judge === undefined) continue;
    cells[entry * columns + judge] = CLOSED;
    conflicts.add(entry * columns + judge);
  }

  const board = {
    entryIds,
    judgeIds,
    openJudges: open.length,
    cells,
    panels: entryIds.map(() => [] as number[]),
    entriesOf: judgeIds.map(() => new Set<number>()),
    loads: new Int32Array(columns),
    room: Int32Array.from(judgeIds, (id) => judgeOf.get(id)?.capacity ?? UNLIMITED),
    together: new Int32Array(columns * columns),
    unitOf: Int32Array.from(judgeIds, (id) => unitIndex.get(judgeOf.get(id)?.unitId ?? '') ?? -1),
    unitIds,
    wanted: new Int32Array(entryIds.length).fill(task.judgesPerEntry),
    divisionIds,
    divisionOf,
    divisions,
    placeOf,
    inConflict: [] as JudgeSeat[],
  };
  const seatHeld = ({ entryId, judgeId, begun }: HeldSeat) => {
    const entry = entryIndex.get(entryId)!;
    const judge = judgeIndex.get(judgeId);
    if (judge === undefined) return;
    const cell = entry * columns + judge;
    if (conflicts.has(cell)) {
      if (begun) board.inConflict.push({ entryId, judgeId });
      return;
    }
    const fits = begun || (cells[cell] === 0 && board.loads[judge]! < board.room[judge]!);
    if (cells[cell]! & SEATED || !fits) return;
    seat(board, entry, judge);
    cells[cell] = SEATED | HELD | (begun ? BEGUN : 0);
  };
  const inOrder = known.toSorted(
    (a, b) => compare(a.entryId, b.entryId) || compare(a.judgeId, b.judgeId),
  );
  for (const held of inOrder) if (held.begun) seatHeld(held);
  for (const held of inOrder) if (!held.begun) seatHeld(held);
  for (const [entry, id] of entryIds.entries()) {
    if (!entryOf.get(id)!.anchor) continue;
    const gone = board.panels[entry]!.filter((judge) => judge >= open.length).length;
    board.wanted[entry] = open.length + gone;
  }
  return board;
}

function compare(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function cellOf(board: Board, entry: number, judge: number): number {
  return board.cells[entry * board.judgeIds.length + judge]!;
}

export function mark(board: Board, entry: number, judge: number, bits: number): void {
  board.cells[entry * board.judgeIds.length + judge]! |= bits;
}

export function hasRoom(board: Board, judge: number): boolean {
  return board.loads[judge]! < board.room[judge]!;
}

function count(board: Board, entry: number, judge: number, step: 1 | -1): void {
  const { together, loads, judgeIds } = board;
  for (const other of board.panels[entry]!) {
    if (other === judge) continue;
    together[judge * judgeIds.length + other]! += step;
    together[other * judgeIds.length + judge]! += step;
  }
  loads[judge]! += step;
}

export function seat(board: Board, entry: number, judge: number): void {
  board.cells[entry * board.judgeIds.length + judge] = SEATED;
  board.panels[entry]!.push(judge);
  board.entriesOf[judge]!.add(entry);
  count(board, entry, judge, 1);
}

export function unseat(board: Board, entry: number, judge: number): void {
  const panel = board.panels[entry]!;
  count(board, entry, judge, -1);
  board.cells[entry * board.judgeIds.length + judge] = 0;
  panel.splice(panel.indexOf(judge), 1);
  board.entriesOf[judge]!.delete(entry);
}

/** A seat of an entry passes from one judge to another. */
export type HandOver = { readonly entry: number; readonly from: number; readonly to: number };

export function handOver(board: Board, { entry, from, to }: HandOver): void {
  unseat(board, entry, from);
  seat(board, entry, to);
}

/** The unit from which all judges of the panel come; −1 where it is mixed, unknown or of one judge. */
export function onlyUnit(board: Board, panel: readonly number[]): number {
  if (panel.length < 2) return -1;
  const unit = board.unitOf[panel[0]!]!;
  return panel.every((judge) => board.unitOf[judge] === unit) ? unit : -1;
}
