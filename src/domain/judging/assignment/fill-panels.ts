import { type Random, shuffled } from '../../kernel/random.ts';
import { BEGUN, type Board, cellOf, hasRoom, onlyUnit, seat } from './board.ts';
import { findChain, follow } from './hand-over-chain.ts';

const untouched = (cell: number) => (cell & BEGUN) === 0;

/**
 * Seats judges until every entry has as many as wanted, or no chain of hand-overs between judges
 * makes room for one more (a maximum flow: what stays empty cannot be filled). Anchors first, then
 * one round of seats after the other, so that a shortage is shared. Among those who may, the
 * least loaded judge who met the panel least; ties by lot.
 */
export function fillPanels(board: Board, judgesPerEntry: number, random: Random): void {
  const all = Array.from({ length: board.openJudges }, (_, judge) => judge);
  const lots = shuffled(random, all);
  const order = seatingOrder(board, random);
  const benches = drawBenches(board, lots, random);
  const seatOne = (entry: number) => {
    const bench = benches[board.divisionOf[entry]!]!;
    const from = Math.floor(random() * bench.length);
    const judge = bestOf(board, entry, bench, from) ?? bestOf(board, entry, lots, 0);
    if (judge !== null) {
      seat(board, entry, judge);
      return true;
    }
    const full = lots.filter((candidate) => cellOf(board, entry, candidate) === 0);
    const chain = findChain(board, full, (candidate) => hasRoom(board, candidate), untouched);
    if (chain === null) return false;
    follow(board, chain);
    seat(board, entry, chain[0]!.from);
    return true;
  };
  const closed = new Set<number>();
  const seatUpTo = (entry: number, size: number) => {
    while (!closed.has(entry) && board.panels[entry]!.length < size) {
      if (!seatOne(entry)) closed.add(entry);
    }
  };
  const wanted = (entry: number) => board.wanted[entry]!;
  for (const entry of order) if (wanted(entry) > judgesPerEntry) seatUpTo(entry, wanted(entry));
  for (let round = 1; round <= judgesPerEntry; round += 1) {
    for (const entry of order) seatUpTo(entry, Math.min(round, wanted(entry)));
  }
}

/** Small divisions first, as they have least choice of judges; then entries most judges may not see. */
function seatingOrder(board: Board, random: Random): number[] {
  const eligible = new Int32Array(board.entryIds.length);
  for (let entry = 0; entry < eligible.length; entry += 1) {
    for (let judge = 0; judge < board.openJudges; judge += 1) {
      if (cellOf(board, entry, judge) === 0) eligible[entry]! += 1;
    }
  }
  const size = (entry: number) => board.divisions[board.divisionOf[entry]!]!.length;
  const entries = Array.from(eligible, (_, entry) => entry);
  return shuffled(random, entries).toSorted(
    (a, b) =>
      size(a) - size(b) ||
      board.divisionOf[a]! - board.divisionOf[b]! ||
      eligible[a]! - eligible[b]!,
  );
}

/**
 * The judges of each division. One with few entries gets few judges who see several entries each,
 * where the load allows it: were its entries spread over everyone, no two would share a judge.
 */
function drawBenches(board: Board, lots: readonly number[], random: Random): number[][] {
  const seats = board.wanted.reduce((sum, wanted) => sum + wanted, 0);
  const each = Math.min(3, Math.max(1, seats / Math.max(1, lots.length)));
  const promised = Float64Array.from(board.loads);
  const benches: number[][] = board.divisions.map(() => []);
  const bySize = board.divisions.map((_, division) => division);
  bySize.sort((a, b) => board.divisions[a]!.length - board.divisions[b]!.length || a - b);
  for (const division of bySize) {
    const entries = board.divisions[division]!;
    const needed = entries.reduce((sum, entry) => sum + board.wanted[entry]!, 0);
    const panel = entries.reduce((most, entry) => Math.max(most, board.wanted[entry]!), 0);
    const size = Math.max(panel + 2, Math.ceil(needed / each));
    const bench =
      size >= lots.length
        ? [...lots]
        : shuffled(random, lots)
            .toSorted((a, b) => promised[a]! - promised[b]!)
            .slice(0, size);
    for (const judge of bench) promised[judge]! += needed / bench.length;
    benches[division] = bench;
  }
  return benches;
}

function bestOf(board: Board, entry: number, bench: readonly number[], from: number) {
  const panel = board.panels[entry]!;
  const columns = board.judgeIds.length;
  const unit = onlyUnit(board, panel);
  const lone = panel.length === 1 ? board.unitOf[panel[0]!]! : unit;
  let best: number | null = null;
  let [bestLoad, bestUnit, bestMet] = [0, 0, 0];
  for (let step = 0; step < bench.length; step += 1) {
    const judge = bench[(from + step) % bench.length]!;
    if (cellOf(board, entry, judge) !== 0 || !hasRoom(board, judge)) continue;
    const load = board.loads[judge]!;
    if (best !== null && load > bestLoad) continue;
    const sameUnit = lone >= 0 && board.unitOf[judge] === lone ? 1 : 0;
    let met = 0;
    for (const other of panel) met += board.together[judge * columns + other]!;
    const better =
      best === null ||
      load < bestLoad ||
      sameUnit < bestUnit ||
      (sameUnit === bestUnit && met < bestMet);
    if (better) [best, bestLoad, bestUnit, bestMet] = [judge, load, sameUnit, met];
  }
  return best;
}
