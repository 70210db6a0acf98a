/** One score of one judge for one entry, on one criterion where the rubric has several. */
export type Rating = {
  readonly entry: string;
  readonly judge: string;
  readonly criterion: string | null;
  readonly score: number;
};

/** Entries, judges or criteria: who they are, and which of them each rating belongs to. */
export type Facet = {
  /** In the order of their code units, so that a result never depends on the order of rows. */
  readonly ids: readonly string[];
  /** Index into `ids`, per rating. */
  readonly of: Int32Array;
  /** Ratings per id. */
  readonly count: Float64Array;
};

/** Ratings as columns, sorted by entry, judge and criterion. */
export type RatingTable = {
  readonly entry: Facet;
  readonly judge: Facet;
  /** Null where no rating names a criterion. */
  readonly criterion: Facet | null;
  readonly score: Float64Array;
};

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function facetOf(keys: readonly string[]): Facet {
  const ids = [...new Set(keys)].sort(byCodeUnit);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const of = Int32Array.from(keys, (key) => indexOf.get(key)!);
  const count = new Float64Array(ids.length);
  for (const index of of) count[index]! += 1;
  return { ids, of, count };
}

const reordered = (facet: Facet, order: Int32Array): Facet => ({
  ...facet,
  of: order.map((row) => facet.of[row]!),
});

export function tableOf(ratings: readonly Rating[]): RatingTable {
  const entry = facetOf(ratings.map((rating) => rating.entry));
  const judge = facetOf(ratings.map((rating) => rating.judge));
  const criterion = ratings.some((rating) => rating.criterion !== null)
    ? facetOf(ratings.map((rating) => rating.criterion ?? ''))
    : null;
  const order = Int32Array.from(ratings, (_, row) => row).sort(
    (a, b) =>
      entry.of[a]! - entry.of[b]! ||
      judge.of[a]! - judge.of[b]! ||
      (criterion ? criterion.of[a]! - criterion.of[b]! : 0) ||
      ratings[a]!.score - ratings[b]!.score,
  );
  return {
    entry: reordered(entry, order),
    judge: reordered(judge, order),
    criterion: criterion && reordered(criterion, order),
    score: Float64Array.from(order, (row) => ratings[row]!.score),
  };
}

/** Entries, judges and, where they are more than one, criteria. */
export function varyingFacets(table: RatingTable): Facet[] {
  const { entry, judge, criterion } = table;
  return criterion && criterion.ids.length > 1 ? [entry, judge, criterion] : [entry, judge];
}

/** Σ values per id of a facet. */
export function sumsBy(facet: Facet, values: Float64Array): Float64Array {
  const sums = new Float64Array(facet.ids.length);
  for (let row = 0; row < values.length; row += 1) sums[facet.of[row]!]! += values[row]!;
  return sums;
}

/** Score sheets per judge: distinct entries, however many criteria each was scored on. */
export function sheetsPerJudge({ entry, judge }: RatingTable): Int32Array {
  const sheets = new Int32Array(judge.ids.length);
  // Rows are sorted by entry and judge, so the rows of one sheet follow each other.
  for (let row = 0; row < entry.of.length; row += 1) {
    const same = entry.of[row] === entry.of[row - 1] && judge.of[row] === judge.of[row - 1];
    if (!same) sheets[judge.of[row]!]! += 1;
  }
  return sheets;
}
