import type { Facet, RatingTable } from './rating-table.ts';

/** Ratings as categories of one scale, and what of them informs the joint estimates. */
export type RaschObservations = {
  /** Entries, judges and, where named, criteria. */
  readonly facets: readonly Facet[];
  /** Scores that occur among the counted ratings, ascending: category 0, 1, … */
  readonly labels: readonly number[];
  /** Category per rating; a score outside `labels` counts as the nearest of them. */
  readonly category: Int32Array;
  /** Ratings that count: none of their ids has an extreme score. */
  readonly counted: readonly number[];
  /** Ids per facet whose every counted rating is in the lowest, or the highest, category. */
  readonly extreme: readonly Uint8Array[];
};

/**
 * Sets ids with extreme scores aside, again and again, since without them others may become
 * extreme: their likelihood has no maximum and they tell nothing about the others. Scores nobody
 * received are no categories, so neighbouring categories are neighbouring received scores.
 */
export function raschObservations(table: RatingTable): RaschObservations {
  const facets = [table.entry, table.judge, ...(table.criterion ? [table.criterion] : [])];
  const extreme = facets.map((facet) => new Uint8Array(facet.ids.length));
  const { score } = table;
  let counted = Array.from(score, (_, row) => row);
  let labels = labelsOf(counted, score);
  for (;;) {
    const low = labels[0];
    const high = labels.at(-1);
    let found = false;
    for (const [index, facet] of facets.entries()) {
      const seen = new Uint8Array(facet.ids.length);
      for (const row of counted) {
        seen[facet.of[row]!]! |= score[row] === low ? 1 : score[row] === high ? 2 : 4;
      }
      for (const [level, flags] of seen.entries()) {
        if (flags !== 1 && flags !== 2) continue;
        extreme[index]![level] = 1;
        found = true;
      }
    }
    if (!found || labels.length < 2) break;
    counted = counted.filter((row) =>
      facets.every((facet, index) => extreme[index]![facet.of[row]!] === 0),
    );
    labels = labelsOf(counted, score);
  }
  return { facets, labels, category: categoriesOf(labels, score), counted, extreme };
}

function labelsOf(rows: readonly number[], score: Float64Array): number[] {
  return [...new Set(rows.map((row) => score[row]!))].sort((a, b) => a - b);
}

function categoriesOf(labels: readonly number[], score: Float64Array): Int32Array {
  const nearest = new Map(
    [...new Set(score)].map((value) => {
      const gaps = labels.map((label) => Math.abs(label - value));
      return [value, gaps.indexOf(Math.min(...gaps))];
    }),
  );
  return Int32Array.from(score, (value) => nearest.get(value)!);
}
