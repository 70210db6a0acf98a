import { BEGUN, type Board, hasRoom, HELD, mark, ONLY, BRIDGE, TRIED } from './board.ts';
import { markDivision } from './division-parts.ts';
import { findChain, follow } from './hand-over-chain.ts';

/**
 * Evens the loads by the seats of this run: ends where no chain of hand-overs brings the judges
 * at its ends closer together, which makes the sum of squared loads, the greatest load and the
 * spread all as small as these seats allow (Harvey, Ladner, Lovász and Tamir, Semi-matchings for
 * bipartite graphs, 2006).
 */
export function levelNewSeats(board: Board): void {
  level(
    board,
    (cell) => (cell & (BEGUN | HELD)) === 0,
    () => true,
  );
}

/**
 * The same with every seat that nobody has begun, but a chain that would take a division apart is
 * given up. Gives a late judge their share.
 */
export function levelWithoutDividing(board: Board, components: readonly number[]): void {
  const movable = (cell: number) =>
    (cell & (BEGUN | TRIED)) === 0 && ((cell & BRIDGE) === 0 || (cell & ONLY) !== 0);
  level(board, movable, (divisions) => {
    const now = divisions.map((division) => markDivision(board, division).components);
    return divisions.every((division, index) => now[index]! <= components[division]!);
  });
}

function level(
  board: Board,
  mayMove: (cell: number) => boolean,
  holds: (divisions: readonly number[]) => boolean,
): void {
  const loads = board.loads.subarray(0, board.openJudges);
  let load = loads.reduce((most, each) => Math.max(most, each), 0);
  while (load - loads.reduce((least, each) => Math.min(least, each), load) >= 2) {
    const heavy = Array.from(loads.keys()).filter((judge) => loads[judge] === load);
    const takes = (judge: number) => loads[judge]! <= load - 2 && hasRoom(board, judge);
    const chain = heavy.length === 0 ? null : findChain(board, heavy, takes, mayMove);
    if (chain === null) {
      load -= 1;
      continue;
    }
    const undo = follow(board, chain);
    const divisions = [...new Set(chain.map(({ entry }) => board.divisionOf[entry]!))];
    if (holds(divisions)) continue;
    undo();
    for (const { entry, from } of chain) mark(board, entry, from, TRIED);
    holds(divisions);
  }
}
