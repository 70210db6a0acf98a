import type { Path } from '../../event.ts';
import { toPx } from '../../limits.ts';

/** A place on the smoothed path of a pen, page px. */
export interface Step {
  readonly x: number;
  readonly y: number;
  /** Direction of travel, of length 1. */
  readonly dx: number;
  readonly dy: number;
  /** 0 to 1 */
  readonly pressure: number;
  /** Counted from 0 along the stroke. */
  readonly index: number;
}

const PIECES = 6;

interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

function vertex(path: Path, i: number): Vertex {
  return { x: toPx(path.x[i]!), y: toPx(path.y[i]!), pressure: path.pressure[i]! / 255 };
}

function mix(a: Vertex, b: Vertex, share: number): Vertex {
  return {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    pressure: a.pressure + (b.pressure - a.pressure) * share,
  };
}

/**
 * Walks the quadratics through the midpoints of a path in even steps. Each call goes on where the
 * last one stopped, so that a stroke costs the same however often it is asked; the last half piece
 * comes when it is complete. A single point is one step.
 */
export function createWalk(spacingPx: number): (path: Path, complete: boolean) => readonly Step[] {
  let at: Vertex | null = null;
  let heading = { dx: 1, dy: 0 };
  let rest = 0;
  let index = 0;
  let walked = 0;

  const goTo = (to: Vertex, steps: Step[]) => {
    let from = at!;
    let [dx, dy] = [to.x - from.x, to.y - from.y];
    let length = Math.sqrt(dx * dx + dy * dy);
    if (length > 0) heading = { dx: dx / length, dy: dy / length };
    while (length > 0 && length >= rest) {
      const place = mix(from, to, rest / length);
      steps.push({ ...place, ...heading, index });
      index += 1;
      from = place;
      [dx, dy] = [to.x - from.x, to.y - from.y];
      length = Math.sqrt(dx * dx + dy * dy);
      rest = spacingPx;
    }
    rest -= length;
    at = to;
  };

  const curve = (control: Vertex, end: Vertex, steps: Step[]) => {
    const start = at!;
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const share = piece / PIECES;
      goTo(mix(mix(start, control, share), mix(control, end, share), share), steps);
    }
  };

  return (path, complete) => {
    const steps: Step[] = [];
    const last = path.x.length - 1;
    at ??= vertex(path, 0);
    for (; walked < last; walked += 1) {
      const next = vertex(path, walked + 1);
      const middle = mix(vertex(path, walked), next, 0.5);
      if (walked === 0) goTo(middle, steps);
      else curve(vertex(path, walked), middle, steps);
    }
    if (complete) {
      goTo(vertex(path, last), steps);
      if (index === 0) {
        steps.push({ ...at, ...heading, index });
        index += 1;
      }
    }
    return steps;
  };
}

/** 1 where the device tells no pressure; else from `least` at a feather touch to `most` at full weight. */
export function weight(pressure: number, least: number, most: number): number {
  return least + (most - least) * pressure;
}
