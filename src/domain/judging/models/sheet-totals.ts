import type { Rating } from './rating-table.ts';

export type SheetTotals = {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  /** Totals per entry and judge, in points; absent where there is no complete sheet. */
  readonly totals: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/**
 * The total of each score sheet. A sheet that lacks a criterion which any other has is no complete
 * sheet and counts as missing, never as fewer points. A judge scores a criterion of an entry once.
 */
export function sheetTotals(ratings: readonly Rating[]): SheetTotals {
  const criteria = new Set(ratings.map((rating) => rating.criterion)).size;
  const sheets = new Map<string, Map<string, { total: number; scored: number }>>();
  for (const { entry, judge, score } of ratings) {
    const ofEntry = sheets.get(entry) ?? new Map<string, { total: number; scored: number }>();
    const sheet = ofEntry.get(judge) ?? { total: 0, scored: 0 };
    ofEntry.set(judge, { total: sheet.total + score, scored: sheet.scored + 1 });
    sheets.set(entry, ofEntry);
  }
  const totals = new Map(
    [...sheets].map(([entry, ofEntry]) => {
      const complete = [...ofEntry].filter(([, { scored }]) => scored === criteria);
      return [entry, new Map(complete.map(([judge, { total }]) => [judge, total]))];
    }),
  );
  return {
    entries: [...sheets.keys()],
    judges: [...new Set(ratings.map((rating) => rating.judge))],
    totals,
  };
}
