/**
 * One drawing of the pack, flattened: shapes in the order in which they are painted, in units that
 * are px of the 1600 × 1200 page when the drawing is set down at scale 1. No gradients, no text, no
 * filters, so that every engine paints the same.
 */
export type VectorArt = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly VectorShape[];
};

export type VectorShape = {
  /** Absolute M, L, C, Q and Z only; non-zero winding. `tracePath` reads it. */
  readonly d: string;
  /** `#rrggbb`; null paints no area, or no line. The area is painted before the line. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  /** 0 to 1; of the area and of the line, each for itself. */
  readonly opacity: number;
};

/** What a path is traced on: a 2D canvas context, of a browser or of the server. */
export type PathPen = {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  closePath(): void;
};

const COMMAND = /([MLCQZ])([^MLCQZ]*)/g;

/** Traces the path of a shape; the caller begins the path, fills and strokes it. */
export function tracePath(pen: PathPen, d: string): void {
  for (const [, command, rest] of d.matchAll(COMMAND)) {
    const n = rest!.trim() === '' ? [] : rest!.trim().split(/[ ,]+/).map(Number);
    if (command === 'M') pen.moveTo(n[0]!, n[1]!);
    else if (command === 'L') pen.lineTo(n[0]!, n[1]!);
    else if (command === 'Q') pen.quadraticCurveTo(n[0]!, n[1]!, n[2]!, n[3]!);
    else if (command === 'C') pen.bezierCurveTo(n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!);
    else pen.closePath();
  }
}
