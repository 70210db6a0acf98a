import * as z from 'zod/mini';
import { lineOfText } from '../kernel/text.ts';

/** What a criterion looks at: what was drawn, or how it is told. */
export const CriterionWork = z.enum(['drawing', 'telling']);
export type CriterionWork = z.infer<typeof CriterionWork>;

export const MOST_LEVELS = 6;

/** What a piece of work is like at each level, best first; none: the description alone says it. */
export const LevelTexts = z.array(lineOfText(1, 200)).check(z.maxLength(MOST_LEVELS));

export type LevelRange = { readonly from: number; readonly to: number };

/**
 * Which points each of `count` levels covers, best first: 0 … `maxPoints` cut into parts that are
 * equal within one point, the better levels having the larger part. Levels beyond the points there
 * are get none: the list is shorter then.
 */
export function levelRanges(maxPoints: number, count: number): LevelRange[] {
  const parts = Math.min(count, maxPoints + 1);
  const ranges: LevelRange[] = [];
  let to = maxPoints;
  for (let left = parts; left > 0; left -= 1) {
    const from = to + 1 - Math.ceil((to + 1) / left);
    ranges.push({ from, to });
    to = from - 1;
  }
  return ranges;
}
