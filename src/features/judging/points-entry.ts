import type { CriterionView, Points } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';

const MOST_DIGITS = 3;

/** What stands in the field of a criterion. */
export type Entered =
  | { readonly kind: 'empty' }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'over' };

/** Only whole points can be typed: other characters and leading zeros vanish. */
export function keepDigits(typed: string): string {
  return typed
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, MOST_DIGITS);
}

export function readPoints(text: string, maxPoints: number): Entered {
  if (text === '') return { kind: 'empty' };
  const points = Number(text);
  return points <= maxPoints ? { kind: 'points', points } : { kind: 'over' };
}

/** One step up or down, between 0 and `maxPoints`; an empty field counts as 0 before the step. */
export function stepPoints(text: string, delta: number, maxPoints: number): string {
  const from = text === '' ? 0 : Number(text);
  return String(Math.min(maxPoints, Math.max(0, from + delta)));
}

/** Points of the fields that hold a valid number; the others are still missing. */
export function pointsOf(
  criteria: readonly Pick<CriterionView, 'id' | 'maxPoints'>[],
  texts: Readonly<Record<Id, string>>,
): Points {
  const points: Points = {};
  for (const { id, maxPoints } of criteria) {
    const entered = readPoints(texts[id] ?? '', maxPoints);
    if (entered.kind === 'points') points[id] = entered.points;
  }
  return points;
}
