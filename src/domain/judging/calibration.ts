import * as z from 'zod/mini';
import { Id } from '../kernel/ids.ts';
import { text } from '../kernel/text.ts';
import type { CriterionView, Points } from './sheet.ts';

export const LEAST_REFERENCES = 2;
export const MOST_REFERENCES = 5;

/** What the organiser gives a reference entry on one criterion, and why. */
export const ReferenceLine = z.object({
  criterionId: Id,
  points: z.int().check(z.gte(0), z.lte(100)),
  comment: text(0, 300),
});
export type ReferenceLine = z.infer<typeof ReferenceLine>;

/** Whether judges can be asked to score it: the rubric may have changed since it was written. */
export function referenceIsReady(
  criteria: readonly Pick<CriterionView, 'id' | 'maxPoints'>[],
  lines: readonly ReferenceLine[],
): boolean {
  const given = new Map(lines.map(({ criterionId, points }) => [criterionId, points]));
  return criteria.every(({ id, maxPoints }) => (given.get(id) ?? Infinity) <= maxPoints);
}

/** How near a judge came to the reference on one criterion. */
export type Nearness = 'same' | 'near' | 'higher' | 'lower';

/**
 * `near` within a tenth of full marks, at least one point; the reference is an agreed view and not
 * the truth, so nothing is ever called wrong.
 */
export function nearnessOf(given: number, reference: number, maxPoints: number): Nearness {
  const difference = given - reference;
  if (difference === 0) return 'same';
  if (Math.abs(difference) <= Math.max(1, maxPoints / 10)) return 'near';
  return difference > 0 ? 'higher' : 'lower';
}

/** How many of the criteria a judge met, or came near to. */
export function countNear(
  criteria: readonly Pick<CriterionView, 'id' | 'maxPoints'>[],
  own: Points,
  lines: readonly ReferenceLine[],
): number {
  const reference = new Map(lines.map(({ criterionId, points }) => [criterionId, points]));
  return criteria.filter(({ id, maxPoints }) => {
    const nearness = nearnessOf(own[id] ?? 0, reference.get(id) ?? 0, maxPoints);
    return nearness === 'same' || nearness === 'near';
  }).length;
}
