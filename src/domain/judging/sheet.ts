import * as z from 'zod/mini';
import { Id } from '../kernel/ids.ts';
import { text } from '../kernel/text.ts';
import { CriterionWork } from './levels.ts';

export const CriterionView = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  maxPoints: z.int(),
  work: CriterionWork,
  levels: z.array(z.string()),
});
export type CriterionView = z.infer<typeof CriterionView>;

/** Whole points per criterion, by criterion id. A sheet in progress may lack some. */
export const Points = z.record(Id, z.int().check(z.gte(0), z.lte(100)));
export type Points = z.infer<typeof Points>;

export const PrivateNote = text(0, 1000);

export const SheetState = z.enum(['assigned', 'started', 'submitted']);
export type SheetState = z.infer<typeof SheetState>;

/** Which criteria of the rubric a sheet breaks, and how. */
export function sheetProblems(
  criteria: readonly Pick<CriterionView, 'id' | 'maxPoints'>[],
  points: Points,
): { missing: Id[]; outOfRange: Id[] } {
  const known = new Map(criteria.map((criterion) => [criterion.id, criterion.maxPoints]));
  const outOfRange = Object.entries(points)
    .filter(([id, given]) => !Number.isInteger(given) || given < 0 || given > (known.get(id) ?? -1))
    .map(([id]) => id);
  const missing = criteria.filter(({ id }) => points[id] === undefined).map(({ id }) => id);
  return { missing, outOfRange };
}

/** Sum of a full sheet, in points. */
export function totalPoints(points: Points): number {
  return Object.values(points).reduce((sum, given) => sum + given, 0);
}
