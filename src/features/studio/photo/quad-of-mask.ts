import { areaOf, inOrder, type Point, type Quad } from './geometry.ts';
import type { Mask } from './paper-masks.ts';

const turn = (a: Point, b: Point, c: Point) =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && turn(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

/** The convex hull of points that are sorted by x, then y. */
function hullOf(points: readonly Point[]): Point[] {
  return [...halfHull(points), ...halfHull(points.toReversed())];
}

/** The first and last of each column are all that a hull can touch. */
function extremes({ width, height, inside }: Mask): Point[] {
  const points: Point[] = [];
  for (let x = 0; x < width; x += 1) {
    let [first, last] = [-1, -1];
    for (let y = 0; y < height; y += 1) {
      if (inside[y * width + x] === 0) continue;
      if (first < 0) first = y;
      last = y;
    }
    if (first >= 0) points.push({ x: x + 0.5, y: first }, { x: x + 0.5, y: last + 1 });
  }
  return points;
}

const MOST_CORNERS = 18;

/** Without the corners that matter least. */
function simplified(hull: readonly Point[]): Point[] {
  const left = [...hull];
  while (left.length > MOST_CORNERS) {
    const losses = left.map((point, i) =>
      areaOf([left.at(i - 1)!, point, left[(i + 1) % left.length]!]),
    );
    left.splice(losses.indexOf(Math.min(...losses)), 1);
  }
  return left;
}

/** The largest four-sided figure among the corners of the hull of what is set; null for a speck. */
export function quadOf(mask: Mask): Quad | null {
  const corners = simplified(hullOf(extremes(mask)));
  const count = corners.length;
  let best: Quad | null = null;
  let most = 0;
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      for (let c = b + 1; c < count; c += 1) {
        for (let d = c + 1; d < count; d += 1) {
          const quad: Quad = [corners[a]!, corners[b]!, corners[c]!, corners[d]!];
          const area = areaOf(quad);
          if (area > most) [best, most] = [quad, area];
        }
      }
    }
  }
  return best && inOrder(best);
}
