import type { SheetSummary } from '@contract/judging.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';

export type Bar = { readonly from: number; readonly to: number; readonly count: number };

export type Spread = {
  /** Null: the total of the sheet. */
  readonly criterion: CriterionView | null;
  readonly max: number;
  readonly count: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly bars: readonly Bar[];
};

const MOST_BARS = 10;

/** Counts of 0 … `max` in at most ten parts of the same width, full marks within the last. */
export function barsOf(values: readonly number[], max: number): Bar[] {
  const width = Math.ceil(max / MOST_BARS);
  const bars: Bar[] = [];
  for (let from = 0; from < max; from += width) {
    const to = from + width >= max ? max : from + width - 1;
    const count = values.filter((value) => value >= from && value <= to).length;
    bars.push({ from, to, count });
  }
  return bars;
}

/** How a judge used the scale on the sheets handed in: the totals first, then each criterion. */
export function spreadsOf(
  sheets: readonly SheetSummary[],
  criteria: readonly CriterionView[],
): Spread[] {
  const done = sheets.filter(({ state }) => state === 'submitted');
  if (done.length === 0) return [];
  const spread = (criterion: CriterionView | null, max: number, values: readonly number[]) => ({
    criterion,
    max,
    count: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: Math.min(...values),
    high: Math.max(...values),
    bars: barsOf(values, max),
  });
  const full = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return [
    spread(
      null,
      full,
      done.map(({ total }) => total ?? 0),
    ),
    ...criteria.map((criterion) =>
      spread(
        criterion,
        criterion.maxPoints,
        done.map(({ points }) => points[criterion.id] ?? 0),
      ),
    ),
  ];
}
