import type { Rating } from './rating-table.ts';

export type MarkedRating = Rating & {
  /** Full marks of the criterion, > 0; null where the scale is not known. */
  readonly max: number | null;
};

/**
 * Puts criteria of different full marks on one scale of `levels` categories, 0 … levels − 1: the
 * nearest level to the share of full marks, halves upwards. Full marks must be known.
 */
export function rescaled(ratings: readonly MarkedRating[], levels: number): MarkedRating[] {
  return ratings.map((rating) => {
    if (rating.max === null) throw new RangeError('full marks are not known');
    const share = rating.score / rating.max;
    return { ...rating, score: Math.floor(share * (levels - 1) + 0.5), max: levels - 1 };
  });
}

/** The first rating whose full marks differ from those before it, or null on a common scale. */
export function firstOnOtherScale(ratings: readonly MarkedRating[]): number | null {
  const index = ratings.findIndex((rating) => rating.max !== ratings[0]?.max);
  return index < 0 ? null : index;
}
