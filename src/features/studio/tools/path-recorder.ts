import { MAX_POINTS_PER_STROKE, MAX_STROKE_MS, type QuarterPx } from '@domain/story/limits.ts';
import type { Sample } from './session.ts';

/** Columns of a path as it grows. They are appended to in place: a copy per sample would cost n². */
export type GrowingPath = {
  readonly x: QuarterPx[];
  readonly y: QuarterPx[];
  readonly pressure: number[];
  readonly t: number[];
};

export type PathRecorder = {
  readonly path: GrowingPath;
  add(sample: Sample): boolean;
};

/** Keeps the samples that tell something: a resting hand repeats the same point. */
export function recordPath(first: Sample): PathRecorder {
  const path: GrowingPath = { x: [first.x], y: [first.y], pressure: [first.pressure], t: [0] };
  return {
    path,
    add({ x, y, pressure, atMs }) {
      const last = path.x.length - 1;
      const t = Math.max(path.t[last]!, Math.round(atMs - first.atMs));
      if (path.x.length >= MAX_POINTS_PER_STROKE || t > MAX_STROKE_MS) return false;
      if (x === path.x[last] && y === path.y[last]) return true;
      path.x.push(x);
      path.y.push(y);
      path.pressure.push(pressure);
      path.t.push(t);
      return true;
    },
  };
}
