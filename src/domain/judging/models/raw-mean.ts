import { sumsBy, type Facet } from './rating-table.ts';

/** Plain mean of the scores of each id of a facet, in points. */
export function rawMeans(facet: Facet, score: Float64Array): Float64Array {
  return sumsBy(facet, score).map((sum, index) => sum / facet.count[index]!);
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
