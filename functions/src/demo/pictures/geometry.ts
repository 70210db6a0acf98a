/** Page px from the top left, or units of a prop before it is placed. */
export type Point = readonly [x: number, y: number];

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  /** Radians, clockwise. */
  readonly turn?: number;
  readonly flip?: boolean;
}

export function placed([x, y]: Point, place: Place): Point {
  const scale = place.scale ?? 1;
  const turn = place.turn ?? 0;
  const across = x * scale * (place.flip ? -1 : 1);
  const down = y * scale;
  return [
    place.x + across * Math.cos(turn) - down * Math.sin(turn),
    place.y + across * Math.sin(turn) + down * Math.cos(turn),
  ];
}

/** A smooth line through the points (Catmull-Rom), as a polyline. */
export function curve(...through: readonly Point[]): readonly Point[] {
  return spline(through, (i) => through[Math.min(Math.max(i, 0), through.length - 1)]!, false);
}

/** A smooth closed line through the points. */
export function loop(...through: readonly Point[]): readonly Point[] {
  return spline(through, (i) => through[(i + through.length) % through.length]!, true);
}

const SPLINE_STEPS = 8;

function spline(through: readonly Point[], at: (i: number) => Point, closed: boolean): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < through.length - (closed ? 0 : 1); i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 0; step < SPLINE_STEPS; step += 1) {
      const t = step / SPLINE_STEPS;
      const blend = (axis: 0 | 1) =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
      points.push([blend(0), blend(1)]);
    }
  }
  points.push(at(closed ? 0 : through.length - 1));
  return points;
}

/** A closed polyline: the first corner again at the end. */
export function corners(...at: readonly Point[]): readonly Point[] {
  return [...at, at[0]!];
}

export function oval(x: number, y: number, rx: number, ry = rx): readonly Point[] {
  return arc(x, y, rx, ry, 0, 2 * Math.PI);
}

export function arc(
  x: number,
  y: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
): readonly Point[] {
  const steps = Math.max(6, Math.round(Math.abs(to - from) * 6));
  return Array.from({ length: steps + 1 }, (_, i): Point => {
    const angle = from + ((to - from) * i) / steps;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

export function wave(
  fromX: number,
  toX: number,
  y: number,
  height: number,
  length: number,
): readonly Point[] {
  const steps = Math.max(4, Math.ceil((Math.abs(toX - fromX) / length) * 8));
  return Array.from({ length: steps + 1 }, (_, i): Point => {
    const x = fromX + ((toX - fromX) * i) / steps;
    return [x, y + height * Math.sin(((x - fromX) / length) * 2 * Math.PI)];
  });
}

export function lengthOf(path: readonly Point[]): number {
  return path.reduce((sum, [x, y], i) => {
    const [fromX, fromY] = path[Math.max(i - 1, 0)]!;
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}

/** Samples along a polyline about `spacing` apart, both ends included. */
export function resampled(path: readonly Point[], spacing: number): readonly Point[] {
  const total = lengthOf(path);
  const count = Math.max(1, Math.round(total / spacing));
  const samples: Point[] = [];
  let segment = 1;
  let walked = 0;
  for (let i = 0; i <= count; i += 1) {
    const goal = (total * i) / count;
    for (;;) {
      const [fromX, fromY] = path[segment - 1]!;
      const [toX, toY] = path[Math.min(segment, path.length - 1)]!;
      const length = Math.hypot(toX - fromX, toY - fromY);
      if (walked + length < goal && segment < path.length - 1) {
        walked += length;
        segment += 1;
        continue;
      }
      const part = length === 0 ? 0 : Math.min(1, (goal - walked) / length);
      samples.push([fromX + (toX - fromX) * part, fromY + (toY - fromY) * part]);
      break;
    }
  }
  return samples;
}

/** Where the row at height `y` enters and leaves a closed outline, from left to right. */
function crossings(outline: readonly Point[], y: number): readonly number[] {
  const at: number[] = [];
  for (const [i, [toX, toY]] of outline.entries()) {
    const [fromX, fromY] = outline[(i + outline.length - 1) % outline.length]!;
    if (fromY <= y === toY <= y) continue;
    at.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX));
  }
  return at.sort((a, b) => a - b);
}

/** Zigzags that colour a closed outline in, rows `spacing` apart, kept `inset` from its sides. */
export function hatching(
  outline: readonly Point[],
  spacing: number,
  angle: number,
  inset: number,
): readonly (readonly Point[])[] {
  const turned = outline.map((point) => placed(point, { x: 0, y: 0, turn: -angle }));
  const heights = turned.map(([, y]) => y);
  const top = Math.min(...heights) + inset;
  const bottom = Math.max(...heights) - inset;
  const rows = Math.max(1, Math.round((bottom - top) / spacing));
  const finished: Point[][] = [];
  let open: Point[][] = [];
  for (let row = 0; row <= rows; row += 1) {
    const y = top + ((bottom - top) * row) / rows;
    const at = crossings(turned, y);
    const spans: (readonly [number, number])[] = [];
    for (let i = 0; i + 1 < at.length; i += 2) {
      const [from, to] = [at[i]! + inset, at[i + 1]! - inset];
      if (to > from) spans.push([from, to]);
    }
    if (spans.length !== open.length) {
      finished.push(...open);
      open = spans.map(() => []);
    }
    for (const [i, [from, to]] of spans.entries()) {
      open[i]!.push(
        ...((row % 2 === 0
          ? [
              [from, y],
              [to, y],
            ]
          : [
              [to, y],
              [from, y],
            ]) as Point[]),
      );
    }
  }
  return [...finished, ...open]
    .filter((zigzag) => zigzag.length > 0)
    .map((zigzag) => zigzag.map((point) => placed(point, { x: 0, y: 0, turn: angle })));
}
