import type { Id } from '../kernel/ids.ts';

export type EntryTotals = { readonly entryId: Id; readonly totals: readonly number[] };

export type Ranked = {
  readonly entryId: Id;
  readonly rank: number;
  /** Mean of the submitted sheets' totals, points. */
  readonly mean: number;
  readonly sheetCount: number;
};

/**
 * Plain mean of the submitted sheets, highest first. Equal means share a rank and the next rank
 * is skipped (1, 2, 2, 4). Means are compared as exact fractions, so 1/3 + 1/3 + 1/3 ties with 1.
 * Entries without a submitted sheet have no rank and are left out.
 */
export function rankByMean(entries: readonly EntryTotals[]): Ranked[] {
  const scored = entries
    .filter((entry) => entry.totals.length > 0)
    .map((entry) => ({
      entryId: entry.entryId,
      sum: entry.totals.reduce((sum, total) => sum + total, 0),
      count: entry.totals.length,
    }))
    .toSorted((a, b) => b.sum * a.count - a.sum * b.count || (a.entryId < b.entryId ? -1 : 1));
  const ranked: Ranked[] = [];
  for (const [index, { entryId, sum, count }] of scored.entries()) {
    const before = scored[index - 1];
    const tied = before !== undefined && before.sum * count === sum * before.count;
    const rank = tied ? (ranked[index - 1]?.rank ?? index) : index + 1;
    ranked.push({ entryId, rank, mean: sum / count, sheetCount: count });
  }
  return ranked;
}

/** No child's low place is shown in public: the gallery names the first three ranks only. */
const LAST_PUBLIC_RANK = 3;

export function publicRank(rank: number | null): number | null {
  return rank !== null && rank <= LAST_PUBLIC_RANK ? rank : null;
}
