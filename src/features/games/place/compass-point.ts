import type { GeoPoint } from '@domain/kernel/sphere.ts';
import { bearing } from '@domain/games/sail/sail.ts';

const POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type CompassPoint = (typeof POINTS)[number];

/** The nearest of eight directions. */
export function compassPoint(from: GeoPoint, to: GeoPoint): CompassPoint {
  return POINTS[Math.round(bearing(from, to) / 45) % 8]!;
}
