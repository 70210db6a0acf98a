/** a, b, c, d, e, f as SVG and canvas name them: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What `inner` does first and `outer` then. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** By how much lengths grow; null when they grow unevenly, so that no line width would be right. */
export function evenScale([a, b, c, d]: Matrix): number | null {
  const along = Math.hypot(a, b);
  const across = Math.hypot(c, d);
  const skew = a * c + b * d;
  return Math.abs(along - across) > 1e-6 * along || Math.abs(skew) > 1e-6 * along * across
    ? null
    : along;
}

function one(name: string, n: readonly number[]): Matrix | null {
  if (name === 'translate' && n.length <= 2) return [1, 0, 0, 1, n[0]!, n[1] ?? 0];
  if (name === 'scale' && n.length <= 2) return [n[0]!, 0, 0, n[1] ?? n[0]!, 0, 0];
  if (name === 'matrix' && n.length === 6) return [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];
  if (name !== 'rotate' || (n.length !== 1 && n.length !== 3)) return null;
  const turn = (n[0]! * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [x, y] = [n[1] ?? 0, n[2] ?? 0];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

/** Reads a `transform`; null when it says anything but translate, scale, rotate and matrix. */
export function parseTransform(text: string): Matrix | null {
  let rest = text.trim();
  let matrix = IDENTITY;
  while (rest !== '') {
    const match = /^(\w+)\s*\(([^)]*)\)\s*,?\s*/.exec(rest);
    if (!match) return null;
    const numbers = match[2]!
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const step = numbers.every(Number.isFinite) ? one(match[1]!, numbers) : null;
    if (step === null) return null;
    matrix = combine(matrix, step);
    rest = rest.slice(match[0].length);
  }
  return matrix;
}
