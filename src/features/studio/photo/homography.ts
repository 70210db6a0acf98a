import { distance, type Point, type Quad, type Size } from './geometry.ts';

/** A projective map of the plane: nine numbers of a 3 × 3 matrix, row by row. */
export type Homography = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * The map that takes the unit square, from 0, 0 clockwise on the screen, to the corners.
 * @see Heckbert, Fundamentals of Texture Mapping and Image Warping (1989), section 2.2.3
 */
export function squareToQuad([a, b, c, d]: Quad): Homography {
  const sumX = a.x - b.x + c.x - d.x;
  const sumY = a.y - b.y + c.y - d.y;
  const [x1, y1] = [b.x - c.x, b.y - c.y];
  const [x2, y2] = [d.x - c.x, d.y - c.y];
  const across = x1 * y2 - x2 * y1;
  const g = across === 0 ? 0 : (sumX * y2 - x2 * sumY) / across;
  const h = across === 0 ? 0 : (x1 * sumY - sumX * y1) / across;
  return [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ];
}

export function mapped([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

type Triple = readonly [number, number, number];

const cross = ([a, b, c]: Triple, [d, e, f]: Triple): Triple => [
  b * f - c * e,
  c * d - a * f,
  a * e - b * d,
];
const dot = ([a, b, c]: Triple, [d, e, f]: Triple) => a * d + b * e + c * f;
const lessened = ([a, b, c]: Triple, by: number, [d, e, f]: Triple): Triple => [
  by * a - d,
  by * b - e,
  by * c - f,
];

function bySides([a, b, c, d]: Quad): number {
  return (distance(a, b) + distance(d, c)) / (distance(a, d) + distance(b, c));
}

/** Below this a sheet was seen straight from above, and sides tell its shape. */
const NEARLY_PARALLEL = 0.02;

/**
 * Width by height of the sheet that was photographed, from its corners alone: the middle of the
 * photograph is taken for the middle of the lens. Where perspective says nothing, from the sides.
 * @see Zhang and He, Whiteboard scanning and image enhancement (2006)
 */
export function shapeOf(quad: Quad, { width, height }: Size): number {
  const [a, b, c, d] = quad.map(({ x, y }): Triple => [x - width / 2, y - height / 2, 1]) as [
    Triple,
    Triple,
    Triple,
    Triple,
  ];
  const k2 = dot(cross(a, c), d) / dot(cross(b, c), d);
  const k3 = dot(cross(a, c), b) / dot(cross(d, c), b);
  const n2 = lessened(b, k2, a);
  const n3 = lessened(d, k3, a);
  if (Math.abs(n2[2]) < NEARLY_PARALLEL || Math.abs(n3[2]) < NEARLY_PARALLEL) return bySides(quad);
  const focalSquared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
  const focal = Math.sqrt(focalSquared) / Math.hypot(width, height);
  // A lens outside of this is none that tablets and telephones have: the corners are not exact enough.
  if (!(focal > 0.4 && focal < 3)) return bySides(quad);
  const across = (n2[0] ** 2 + n2[1] ** 2) / focalSquared + n2[2] ** 2;
  const down = (n3[0] ** 2 + n3[1] ** 2) / focalSquared + n3[2] ** 2;
  return Math.sqrt(across / down);
}

/** Sheets of the series that schools use, A5 to A2, are √2 long. */
const SHEET = Math.SQRT2;

/** The shape of a sheet as it was made, where what was seen comes near to it. */
export function sheetShape(seen: number): number {
  const made = seen < 1 ? 1 / SHEET : SHEET;
  return Math.abs(seen / made - 1) < 0.05 ? made : seen;
}
