// Makes coast.json, the coasts around Biển Đông, from Natural Earth’s land (public domain). Only
// needed again when the frame or the detail changes; world-atlas is no package of this project:
//   cd SOMEWHERE && npm i world-atlas@2 topojson-client@3 && node PROJECT/content/geo/make-coast.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(`${process.cwd()}/`);
const topology = require('world-atlas/land-10m.json');
const { feature } = require('topojson-client');

const BOX = { west: 98, east: 124.5, south: 5, north: 25 };
/** Square degrees: what a point must span with its neighbours to stay, and a ring to be kept. */
const POINT_AREA = 0.0012;
const RING_AREA = 0.012;

/** Ends of the coast that is drawn stronger. */
const MONG_CAI = [108.05, 21.52];
const HA_TIEN = [104.47, 10.38];

const EDGES = [
  { inside: ([x]) => x >= BOX.west, at: BOX.west, axis: 0 },
  { inside: ([x]) => x <= BOX.east, at: BOX.east, axis: 0 },
  { inside: ([, y]) => y >= BOX.south, at: BOX.south, axis: 1 },
  { inside: ([, y]) => y <= BOX.north, at: BOX.north, axis: 1 },
];

/** The ring within the box (Sutherland and Hodgman). */
function clip(ring) {
  return EDGES.reduce((points, { inside, at, axis }) => {
    const kept = [];
    points.forEach((point, i) => {
      const before = points.at(i - 1);
      if (inside(point) !== inside(before)) {
        const part = (at - before[axis]) / (point[axis] - before[axis]);
        kept.push(before.map((value, k) => value + part * (point[k] - value)));
      }
      if (inside(point)) kept.push(point);
    });
    return kept;
  }, ring);
}

const triangle = ([ax, ay], [bx, by], [cx, cy]) =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

const areaOf = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [bx, by] = ring.at(i - 1);
      return sum + bx * y - x * by;
    }, 0),
  ) / 2;

/** Takes the least telling point away as long as one tells less than POINT_AREA (Visvalingam). */
function simplify(ring) {
  const points = [...ring];
  for (;;) {
    let least = POINT_AREA;
    let index = -1;
    for (let i = 0; i < points.length && points.length > 8; i += 1) {
      const area = triangle(points.at(i - 1), points[i], points[(i + 1) % points.length]);
      if (area < least) [least, index] = [area, i];
    }
    if (index < 0) return points;
    points.splice(index, 1);
  }
}

const land = feature(topology, topology.objects.land);
const polygons = land.features
  ? land.features.flatMap(({ geometry }) => geometry.coordinates)
  : land.geometry.coordinates;
const rings = polygons
  .flatMap((polygon) => (typeof polygon[0][0] === 'number' ? [polygon] : [polygon[0]]))
  .map((ring) => clip(ring.slice(0, -1)))
  .filter((ring) => ring.length > 3 && areaOf(ring) > RING_AREA)
  .map((ring) =>
    simplify(ring).map((point) => point.map((value) => Math.round(value * 1000) / 1000)),
  )
  .sort((a, b) => areaOf(b) - areaOf(a));

const nearest = (ring, [x, y]) =>
  ring.reduce(
    (best, [px, py], i) => {
      const far = Math.hypot(px - x, py - y);
      return far < best.far ? { far, i } : best;
    },
    { far: Infinity, i: -1 },
  ).i;

const main = rings[0];
const [from, to] = [nearest(main, MONG_CAI), nearest(main, HA_TIEN)];
const walk = (start, end) => {
  const path = [];
  for (let i = start; i !== end; i = (i + 1) % main.length) path.push(main[i]);
  return [...path, main[end]];
};
const coast = [walk(from, to), walk(to, from).toReversed()].sort((a, b) => a.length - b.length)[0];

const line = (ring) => `    ${JSON.stringify(ring)}`;
writeFileSync(
  join(import.meta.dirname, 'coast.json'),
  `{\n  "coast": ${JSON.stringify(coast)},\n  "land": [\n${rings.map(line).join(',\n')}\n  ]\n}\n`,
);
