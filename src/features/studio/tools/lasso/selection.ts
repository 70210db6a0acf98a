import type { LiftStep, Matrix, Path } from '@domain/story/event.ts';
import {
  MAX_OUTLINE_POINTS,
  QUARTERS_PER_PX,
  type QuarterPx,
  quarterX,
  quarterY,
} from '@domain/story/limits.ts';

/** Where the ink that was taken up lies now, in page px and degrees about the middle it was taken from. */
export type Pose = {
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
  readonly degrees: number;
  readonly flip: boolean;
};

export const AT_HOME: Pose = { dx: 0, dy: 0, scale: 1, degrees: 0, flip: false };

export type Outline = LiftStep['outline'];

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const MIN_SCALE = 0.1;
export const MAX_SCALE = 8;

/** Thins a path to what an outline may hold; null for one that encloses nothing. */
export function outlineOf({ x, y }: Path): Outline | null {
  const every = Math.ceil(x.length / MAX_OUTLINE_POINTS);
  const kept = (column: readonly QuarterPx[]) => column.filter((_, i) => i % every === 0);
  const outline = { x: kept(x), y: kept(y) };
  if (outline.x.length < 3) return null;
  const { left, top, right, bottom } = boxOf(outline);
  return right - left < 4 || bottom - top < 4 ? null : outline;
}

export function rectangleOf(x0: QuarterPx, y0: QuarterPx, x1: QuarterPx, y1: QuarterPx): Outline {
  return { x: [x0, x1, x1, x0], y: [y0, y0, y1, y1] };
}

/** Page px. */
export function boxOf({ x, y }: Outline): Box {
  const least = (column: readonly number[]) => column.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (column: readonly number[]) => column.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    left: least(x) / QUARTERS_PER_PX,
    top: least(y) / QUARTERS_PER_PX,
    right: most(x) / QUARTERS_PER_PX,
    bottom: most(y) / QUARTERS_PER_PX,
  };
}

/** Whether a place of the page, px, lies inside the outline. */
export function encloses({ x, y }: Outline, placeX: number, placeY: number): boolean {
  const [px, py] = [placeX * QUARTERS_PER_PX, placeY * QUARTERS_PER_PX];
  let inside = false;
  for (let i = 0, before = x.length - 1; i < x.length; before = i, i += 1) {
    const crosses = y[i]! > py !== y[before]! > py;
    if (crosses && px < ((x[before]! - x[i]!) * (py - y[i]!)) / (y[before]! - y[i]!) + x[i]!) {
      inside = !inside;
    }
  }
  return inside;
}

/** Scaled and turned about the middle of the box, then moved, as a step of the story says it. */
export function matrixOf(pose: Pose, box: Box): Matrix {
  const radians = (pose.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians) * pose.scale, Math.sin(radians) * pose.scale];
  const flip = pose.flip ? -1 : 1;
  const [a, b, c, d] = [cos * flip, sin * flip, -sin, cos].map(
    (value) => Math.round(value * 1000) + 0,
  );
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  // From the rounded factors, so that the middle stays where it is shown.
  const e = cx + pose.dx - (a! * cx + c! * cy) / 1000;
  const f = cy + pose.dy - (b! * cx + d! * cy) / 1000;
  const quarters = (value: number) => Math.round(value * QUARTERS_PER_PX) + 0;
  return [a!, b!, c!, d!, quarters(e), quarters(f)];
}

/** A place of the page as the lasso saw it before the ink was moved. */
export function toHome(pose: Pose, box: Box, x: number, y: number): readonly [number, number] {
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const radians = (-pose.degrees * Math.PI) / 180;
  const [dx, dy] = [x - cx - pose.dx, y - cy - pose.dy];
  const across = (dx * Math.cos(radians) - dy * Math.sin(radians)) / pose.scale;
  const down = (dx * Math.sin(radians) + dy * Math.cos(radians)) / pose.scale;
  return [cx + (pose.flip ? -across : across), cy + down];
}

export function isHome({ dx, dy, scale, degrees, flip }: Pose): boolean {
  return dx === 0 && dy === 0 && scale === 1 && degrees === 0 && !flip;
}

/** Set down as nothing at all. */
export const GONE: Matrix = [0, 0, 0, 0, 0, 0];

/** The outline around the ink where it lies now. */
export function movedOutline({ x, y }: Outline, [a, b, c, d, e, f]: Matrix): Outline {
  const places = x.map((px, i) => {
    const [across, down] = [px / QUARTERS_PER_PX, y[i]! / QUARTERS_PER_PX];
    return {
      x: quarterX((a * across + c * down) / 1000 + e / QUARTERS_PER_PX),
      y: quarterY((b * across + d * down) / 1000 + f / QUARTERS_PER_PX),
    };
  });
  return { x: places.map((place) => place.x), y: places.map((place) => place.y) };
}

export type Handle = 'scale' | 'turn' | 'inside' | null;

type Place = { readonly x: number; readonly y: number };

/** The corners of the frame and the knob to turn it, px of the page, as they lie now. */
export function handlesOf(
  box: Box,
  pose: Pose,
  knobPx: number,
): { readonly corners: readonly Place[]; readonly knob: Place } {
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [w, h] = [
    ((box.right - box.left) / 2) * pose.scale,
    ((box.bottom - box.top) / 2) * pose.scale,
  ];
  const radians = (pose.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const at = (x: number, y: number): Place => ({
    x: cx + pose.dx + x * cos - y * sin,
    y: cy + pose.dy + x * sin + y * cos,
  });
  return {
    corners: [at(-w, -h), at(w, -h), at(w, h), at(-w, h)],
    knob: at(0, -h - knobPx),
  };
}
