import type { Point, Quad } from './geometry.ts';
import type { Light } from './paper-masks.ts';

const SAMPLES = 40;
const REACH_PX = 5;
/** From outside to inside. */
const REACHES = Array.from({ length: 4 * REACH_PX + 1 }, (_, i) => REACH_PX - i / 2);
/** Steps to both sides than which the light changes most at an edge. */
const NEAR = 4;
/** A change of light that certainly is an edge, of 255. */
const CLEAR_STEP = 26;

function colourAt({ width, height, planes }: Light, x: number, y: number, plane: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.round(x - 0.5)));
  const row = Math.min(height - 1, Math.max(0, Math.round(y - 0.5)));
  return planes[plane]![row * width + column]!;
}

/** How far light and colour lie apart on both sides of a place, along a direction. */
function stepAt(light: Light, at: Point, normal: Point, half: number): number {
  let sum = 0;
  for (let plane = 0; plane < 3; plane += 1) {
    const outside = colourAt(light, at.x + normal.x * half, at.y + normal.y * half, plane);
    const inside = colourAt(light, at.x - normal.x * half, at.y - normal.y * half, plane);
    sum += (outside - inside) ** 2;
  }
  return Math.sqrt(sum);
}

/** Points along a side, without the ends where corners are round or folded, and its outward normal. */
function along(a: Point, b: Point): { places: Point[]; normal: Point } {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const normal = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  const places = Array.from({ length: SAMPLES }, (_, i) => {
    const t = 0.06 + (0.88 * i) / (SAMPLES - 1);
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
  });
  return { places, normal };
}

type Line = { readonly at: Point; readonly way: Point };

/** The straight line nearest to points that count by their weights. */
function lineThrough(points: readonly (Point & { weight: number })[]): Line | null {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return null;
  const at = {
    x: points.reduce((sum, { x, weight }) => sum + x * weight, 0) / total,
    y: points.reduce((sum, { y, weight }) => sum + y * weight, 0) / total,
  };
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y, weight } of points) {
    xx += weight * (x - at.x) ** 2;
    xy += weight * (x - at.x) * (y - at.y);
    yy += weight * (y - at.y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { at, way: { x: Math.cos(angle), y: Math.sin(angle) } };
}

const offLine = ({ at, way }: Line, { x, y }: Point) =>
  Math.abs((x - at.x) * way.y - (y - at.y) * way.x);

function crossing(one: Line, other: Line): Point | null {
  const across = one.way.x * other.way.y - one.way.y * other.way.x;
  if (Math.abs(across) < 0.1) return null;
  const [dx, dy] = [other.at.x - one.at.x, other.at.y - one.at.y];
  const t = (dx * other.way.y - dy * other.way.x) / across;
  return { x: one.at.x + one.way.x * t, y: one.at.y + one.way.y * t };
}

/** The line of sharpest change near a side; twice, the second time without what lies off. */
function edgeNear(a: Point, b: Point, light: Light): Line {
  const { places, normal } = along(a, b);
  const own: Line = { at: a, way: { x: -normal.y, y: normal.x } };
  const found = places.flatMap((place) => {
    const steps = REACHES.map((off) => {
      const at = { x: place.x + normal.x * off, y: place.y + normal.y * off };
      return { ...at, weight: stepAt(light, at, normal, 1.5) };
    });
    const most = Math.max(...steps.map(({ weight }) => weight));
    // What is drawn near the edge may stand out more than the edge itself, which lies outside of it.
    const edge = steps.find(
      ({ weight }, i) =>
        weight >= 0.5 * most &&
        steps.slice(Math.max(0, i - NEAR), i + NEAR + 1).every((other) => other.weight <= weight),
    );
    return edge && most > 4 ? [{ ...edge, weight: Math.min(edge.weight, CLEAR_STEP) }] : [];
  });
  const rough = lineThrough(found);
  if (rough === null || found.length < SAMPLES / 4) return own;
  const offs = found.map((point) => offLine(rough, point)).toSorted((x, y) => x - y);
  const most = Math.max(0.75, 2 * offs[Math.floor(offs.length / 2)]!);
  return lineThrough(found.filter((point) => offLine(rough, point) <= most)) ?? rough;
}

/** The same quad with its sides moved to the sharpest change of light near them. */
export function refined(quad: Quad, light: Light): Quad {
  const sides = quad.map((corner, i) => edgeNear(corner, quad[(i + 1) % 4]!, light));
  return quad.map((corner, i) => {
    const met = crossing(sides[(i + 3) % 4]!, sides[i]!);
    const far = met === null || Math.hypot(met.x - corner.x, met.y - corner.y) > 5 * REACH_PX;
    return far ? corner : met;
  }) as unknown as Quad;
}

/** How well an edge shows that leaves the picture: nobody can say. */
const UNSEEN = 0.3;

/** How well the sides show in the photograph, 0 to 1. */
export function supportOf(quad: Quad, light: Light): number {
  const edge = 2;
  const sides = quad.map((corner, i) => {
    const { places, normal } = along(corner, quad[(i + 1) % 4]!);
    let [seen, brighter, changes] = [0, 0, 0];
    for (const place of places) {
      const outside =
        place.x < edge ||
        place.y < edge ||
        place.x > light.width - edge ||
        place.y > light.height - edge;
      seen += outside ? UNSEEN : Math.min(1, stepAt(light, place, normal, 2.5) / CLEAR_STEP);
      if (outside) continue;
      const change =
        colourAt(light, place.x - normal.x * 2.5, place.y - normal.y * 2.5, 0) -
        colourAt(light, place.x + normal.x * 2.5, place.y + normal.y * 2.5, 0);
      brighter += change;
      changes += Math.abs(change);
    }
    // A chequered cloth has edges too, but no side of them is always the brighter one.
    const steady = changes === 0 ? 1 : Math.abs(brighter) / changes;
    return (seen / places.length) * (0.3 + 0.7 * steady);
  });
  // The weakest side counts most: three edges of a table and a shadow make no sheet.
  return 0.5 * Math.min(...sides) + sides.reduce((sum, value) => sum + value, 0) / 8;
}
