export type Point = { readonly x: number; readonly y: number };

/** Corners of a sheet in a photograph: from the one at its top left, clockwise. */
export type Quad = readonly [Point, Point, Point, Point];

export type Size = { readonly width: number; readonly height: number };

/** Pixels as canvases give them: RGBA, row by row. */
export type Pixels = Size & { readonly data: Uint8ClampedArray };

export function wholeFrame({ width, height }: Size): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length]!;
    twice += a.x * b.y - b.x * a.y;
  }
  return Math.abs(twice) / 2;
}

export function isConvex(quad: Quad): boolean {
  return quad.every((b, i) => {
    const a = quad[(i + 3) % 4]!;
    const c = quad[(i + 1) % 4]!;
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0;
  });
}

/** The same sheet a quarter turn clockwise: its left edge becomes the top. */
export function turned([a, b, c, d]: Quad): Quad {
  return [d, a, b, c];
}

export function scaledBy(quad: Quad, by: number): Quad {
  return quad.map(({ x, y }) => ({ x: x * by, y: y * by })) as unknown as Quad;
}

/** With the corner nearest to the top left first, clockwise on the screen. */
export function inOrder(corners: Quad): Quad {
  const middle = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / 4,
    y: corners.reduce((sum, { y }) => sum + y, 0) / 4,
  };
  const angle = ({ x, y }: Point) => Math.atan2(y - middle.y, x - middle.x);
  const round = corners.toSorted((a, b) => angle(a) - angle(b));
  const sums = round.map(({ x, y }) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...round.slice(first), ...round.slice(0, first)] as unknown as Quad;
}
