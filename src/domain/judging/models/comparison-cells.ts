/** How often one item was preferred to another. */
export type Comparison = {
  readonly winner: string;
  readonly loser: string;
  /** A whole number ≥ 0. */
  readonly count: number;
  /** Which of the two was shown first; null where nobody noted it. */
  readonly first: string | null;
};

/** Binomial cell: `wins` of `total` by the item of index a over b. */
export type Cell = { readonly a: number; readonly b: number; wins: number; total: number };

/** Cells with at least one comparison: unordered pairs, or with `withOrder` (a shown first, b second). */
export function cellsOf(
  comparisons: readonly Comparison[],
  indexOf: ReadonlyMap<string, number>,
  withOrder: boolean,
): Cell[] {
  const cells = new Map<number, Cell>();
  for (const { winner, loser, count, first } of comparisons) {
    if (count === 0) continue;
    const won = indexOf.get(winner)!;
    const lost = indexOf.get(loser)!;
    const winnerIsA = withOrder ? first === winner : won < lost;
    const [a, b] = winnerIsA ? [won, lost] : [lost, won];
    const key = a * indexOf.size + b;
    const cell = cells.get(key) ?? { a, b, wins: 0, total: 0 };
    cell.total += count;
    if (winnerIsA) cell.wins += count;
    cells.set(key, cell);
  }
  return [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

/** True when every item can be reached from every other along wins. */
export function isStronglyConnected(cells: readonly Cell[], items: number): boolean {
  const beaten = Array.from({ length: items }, (): number[] => []);
  const beatenBy = Array.from({ length: items }, (): number[] => []);
  for (const { a, b, wins, total } of cells) {
    if (wins > 0) {
      beaten[a]!.push(b);
      beatenBy[b]!.push(a);
    }
    if (wins < total) {
      beaten[b]!.push(a);
      beatenBy[a]!.push(b);
    }
  }
  return reachesAll(beaten) && reachesAll(beatenBy);
}

function reachesAll(next: readonly (readonly number[])[]): boolean {
  const seen = new Set([0]);
  for (const item of seen) for (const other of next[item]!) seen.add(other);
  return seen.size === next.length;
}
