import { type Board, cellOf, handOver, type HandOver, mark } from './board.ts';

/**
 * The shortest chain of hand-overs by which one of `sources` gives up a sheet and a judge who
 * `takes` gets one more; everyone between keeps the number they had. Null proves that there is
 * none: the search (breadth first over judges) visits all that can be reached.
 */
export function findChain(
  board: Board,
  sources: readonly number[],
  takes: (judge: number) => boolean,
  mayMove: (cell: number) => boolean,
): HandOver[] | null {
  const cameBy = new Map<number, HandOver>();
  const queue = [...sources];
  const waiting = new Set(Array.from({ length: board.openJudges }, (_, judge) => judge));
  for (const source of sources) waiting.delete(source);
  for (const from of queue) {
    for (const entry of board.entriesOf[from]!) {
      if (waiting.size === 0) return null;
      if (!mayMove(cellOf(board, entry, from))) continue;
      for (const to of waiting) {
        if (cellOf(board, entry, to) !== 0) continue;
        waiting.delete(to);
        cameBy.set(to, { entry, from, to });
        queue.push(to);
        if (!takes(to)) continue;
        return chainTo(to, cameBy).map((step) => bestEntryFor(board, step, mayMove));
      }
    }
  }
  return null;
}

function chainTo(end: number, cameBy: ReadonlyMap<number, HandOver>): HandOver[] {
  const chain: HandOver[] = [];
  for (let step = cameBy.get(end); step !== undefined; step = cameBy.get(step.from)) {
    chain.push(step);
  }
  return chain.toReversed();
}

/** The same hand-over with the entry whose other judges the new one has met least. */
function bestEntryFor(
  board: Board,
  { from, to }: HandOver,
  mayMove: (cell: number) => boolean,
): HandOver {
  const columns = board.judgeIds.length;
  let best = -1;
  let least = Infinity;
  for (const entry of board.entriesOf[from]!) {
    if (cellOf(board, entry, to) !== 0 || !mayMove(cellOf(board, entry, from))) continue;
    let met = 0;
    for (const other of board.panels[entry]!) {
      if (other === from) continue;
      met += board.together[to * columns + other]! - board.together[from * columns + other]!;
    }
    if (met < least) [best, least] = [entry, met];
  }
  return { entry: best, from, to };
}

/** Carries a chain out, and returns what takes it back. */
export function follow(board: Board, chain: readonly HandOver[]): () => void {
  const before = chain.map(({ entry, from }) => cellOf(board, entry, from));
  for (const step of chain) handOver(board, step);
  return () => {
    for (const [index, { entry, from, to }] of [...chain.entries()].toReversed()) {
      handOver(board, { entry, from: to, to: from });
      mark(board, entry, from, before[index]!);
    }
  };
}
