import type { ShapeStep } from '../event.ts';
import { toPx } from '../limits.ts';
import type { InkKit } from './ink-kit.ts';
import { cssColour } from './strokes/colour.ts';
import type { InkSurface } from './strokes/ink-surface.ts';
import { paintCopies } from './symmetry.ts';

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The five outer and five inner corners of the star of the flag, in a square from -1 to 1. */
const STAR: readonly (readonly [number, number])[] = [
  [0, -1],
  [0.2245, -0.309],
  [0.9511, -0.309],
  [0.3633, 0.118],
  [0.5878, 0.809],
  [0, 0.382],
  [-0.5878, 0.809],
  [-0.3633, 0.118],
  [-0.9511, -0.309],
  [-0.2245, -0.309],
];
/** The star's own box within that square: it touches it above only. */
const STAR_BOX = { width: 1.9022, top: -1, height: 1.809 } as const;

/** Length of an arrow's head in widths of its line, and at most this share of the arrow. */
const HEAD_WIDTHS = 3.2;
const HEAD_SHARE = 0.5;

function polygon(surface: InkSurface, corners: readonly (readonly [number, number])[]): void {
  for (const [i, [x, y]] of corners.entries()) {
    if (i === 0) surface.moveTo(x, y);
    else surface.lineTo(x, y);
  }
  surface.closePath();
}

function ellipse(surface: InkSurface, { x0, y0, x1, y1 }: Box): void {
  surface.save();
  surface.transform((x1 - x0) / 2, 0, 0, (y1 - y0) / 2, (x0 + x1) / 2, (y0 + y1) / 2);
  surface.moveTo(1, 0);
  surface.arc(0, 0, 1, 0, 2 * Math.PI);
  surface.closePath();
  // The path stays as it was traced; only the pen that draws it must not be stretched.
  surface.restore();
}

function heart(surface: InkSurface, { x0, y0, x1, y1 }: Box): void {
  const x = (share: number) => x0 + (x1 - x0) * share;
  const y = (share: number) => y0 + (y1 - y0) * share;
  surface.moveTo(x(0.5), y(0.24));
  surface.bezierCurveTo(x(0.44), y(-0.08), x(0), y(-0.08), x(0), y(0.34));
  surface.bezierCurveTo(x(0), y(0.62), x(0.32), y(0.78), x(0.5), y(1));
  surface.bezierCurveTo(x(0.68), y(0.78), x(1), y(0.62), x(1), y(0.34));
  surface.bezierCurveTo(x(1), y(-0.08), x(0.56), y(-0.08), x(0.5), y(0.24));
  surface.closePath();
}

function arrow(surface: InkSurface, { x0, y0, x1, y1 }: Box, width: number): void {
  surface.moveTo(x0, y0);
  surface.lineTo(x1, y1);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return;
  const head = Math.min(length * HEAD_SHARE, Math.max(24, width * HEAD_WIDTHS));
  const [ux, uy] = [(dx / length) * head, (dy / length) * head];
  surface.moveTo(x1 - ux - uy * 0.6, y1 - uy + ux * 0.6);
  surface.lineTo(x1, y1);
  surface.lineTo(x1 - ux + uy * 0.6, y1 - uy - ux * 0.6);
}

function trace(surface: InkSurface, shape: ShapeStep['shape'], box: Box, width: number): void {
  const { x0, y0, x1, y1 } = box;
  switch (shape) {
    case 'line':
      surface.moveTo(x0, y0);
      surface.lineTo(x1, y1);
      return;
    case 'arrow':
      return arrow(surface, box, width);
    case 'rectangle':
      return polygon(surface, [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ]);
    case 'triangle':
      return polygon(surface, [
        [(x0 + x1) / 2, y0],
        [x1, y1],
        [x0, y1],
      ]);
    case 'ellipse':
      return ellipse(surface, box);
    case 'heart':
      return heart(surface, box);
    case 'star': {
      const [cx, halfWidth] = [(x0 + x1) / 2, (x1 - x0) / STAR_BOX.width];
      const tall = (y1 - y0) / STAR_BOX.height;
      return polygon(
        surface,
        STAR.map(([x, y]) => [cx + x * halfWidth, y0 + (y - STAR_BOX.top) * tall]),
      );
    }
    default:
      shape satisfies never;
  }
}

/** Whether a figure has an inside that can take colour. */
export function isClosed(shape: ShapeStep['shape']): boolean {
  return shape !== 'line' && shape !== 'arrow';
}

function paintOpaque(surface: InkSurface, step: ShapeStep): void {
  const { shape, size, colour, fillColour, symmetry } = step;
  const [x0, y0, x1, y1] = [toPx(step.x0), toPx(step.y0), toPx(step.x1), toPx(step.y1)];
  surface.lineWidth = toPx(size);
  surface.lineCap = 'round';
  surface.lineJoin = 'round';
  paintCopies(surface, symmetry, () => {
    surface.beginPath();
    trace(surface, shape, { x0, y0, x1, y1 }, toPx(size));
    if (fillColour !== null && isClosed(shape)) {
      surface.fillStyle = cssColour(fillColour);
      surface.fill();
    }
    surface.strokeStyle = cssColour(colour);
    surface.stroke();
  });
}

/** A figure in ink: its inside, then its line over it. */
export function paintShape(surface: InkSurface, step: ShapeStep, kit: InkKit): void {
  if (step.opacity === 255) return paintOpaque(surface, step);
  const alone = kit.scratch(surface);
  paintOpaque(alone, step);
  surface.globalAlpha = step.opacity / 255;
  kit.lay(surface, alone);
  surface.globalAlpha = 1;
}
