import { getStroke } from 'perfect-freehand';
import type { Mark, Path, StrokeMark } from './event.ts';
import { toPx } from './limits.ts';
import type { PageLook } from './picture.ts';

/**
 * What painting needs of a 2D canvas context; both the browser's and the server's have it. One unit
 * is one px of the 1600 × 1200 page: the caller sets the scale. It holds ink only, on transparent
 * ground; whoever shows it lays white paper underneath, so that the eraser takes ink and not paper.
 */
export interface Surface {
  // `unknown` because a context also gives gradients and patterns back; painting only ever sets text.
  strokeStyle: unknown;
  fillStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  globalCompositeOperation: string;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  closePath(): void;
  stroke(): void;
  fill(): void;
}

export const PAPER = '#ffffff';
export const PRESSURE_UNKNOWN = 128;

// A felt pen lets what lies below shine through even at full opacity.
const MARKER_ALPHA = 0.7;

// Sixteenths of a px are finer than a raster shows, and hide the last bits in which engines' sine and
// cosine differ.
const OUTLINE_GRAIN = 16;

/** How strongly the mark covers, 0 to 1: the opacity for a layer on which the mark is painted live. */
export function markAlpha(mark: Mark): number {
  if (mark.kind === 'erase') return 1;
  return (mark.opacity / 255) * (mark.tool === 'marker' ? MARKER_ALPHA : 1);
}

function colourOf(mark: StrokeMark): string {
  return `#${mark.colour.toString(16).padStart(6, '0')}`;
}

/** The polygon of a brush stroke in page px, as x, y pairs. `complete` is false while the pen is still down. */
function brushOutline(mark: StrokeMark, complete: boolean): readonly (readonly [number, number])[] {
  const points = mark.x.map((x, i) => [toPx(x), toPx(mark.y[i]!), mark.pressure[i]! / 255]);
  const outline = getStroke(points, {
    size: toPx(mark.size),
    thinning: 0.5,
    smoothing: 0.5,
    streamline: 0.3,
    simulatePressure: mark.pressure.every((pressure) => pressure === PRESSURE_UNKNOWN),
    last: complete,
  });
  return outline.map(([x, y]) => [
    Math.round(x * OUTLINE_GRAIN) / OUTLINE_GRAIN,
    Math.round(y * OUTLINE_GRAIN) / OUTLINE_GRAIN,
  ]);
}

function fillOutline(surface: Surface, mark: StrokeMark, complete: boolean): void {
  const outline = brushOutline(mark, complete);
  const first = outline[0];
  if (first === undefined) return;
  surface.fillStyle = colourOf(mark);
  surface.beginPath();
  surface.moveTo(first[0], first[1]);
  for (const [i, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    surface.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  surface.closePath();
  surface.fill();
}

/** Quadratics through the midpoints between samples: smooth, and never changed by later samples. */
function tracePath(surface: Surface, path: Path, fromIndex: number): void {
  const x = (i: number) => toPx(path.x[i]!);
  const y = (i: number) => toPx(path.y[i]!);
  const last = path.x.length - 1;
  const start = Math.max(fromIndex - 1, 1);
  surface.beginPath();
  if (start === 1) surface.moveTo(x(0), y(0));
  else surface.moveTo((x(start - 1) + x(start)) / 2, (y(start - 1) + y(start)) / 2);
  for (let i = start; i < last; i += 1) {
    surface.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
  }
  // With a round cap this draws the dot of a single sample, too.
  surface.lineTo(x(last), y(last));
}

function strokePath(surface: Surface, mark: Mark, style: string, fromIndex: number): void {
  surface.strokeStyle = style;
  surface.lineWidth = toPx(mark.size);
  surface.lineCap = 'round';
  surface.lineJoin = 'round';
  tracePath(surface, mark, fromIndex);
  surface.stroke();
}

/** Adds a finished mark to a page's ink. The same marks on an equal surface give the same pixels. */
export function paintMark(surface: Surface, mark: Mark): void {
  surface.globalAlpha = markAlpha(mark);
  surface.globalCompositeOperation = mark.kind === 'erase' ? 'destination-out' : 'source-over';
  if (mark.kind === 'erase') strokePath(surface, mark, '#000000', 0);
  else if (mark.tool === 'brush') fillOutline(surface, mark, true);
  else strokePath(surface, mark, colourOf(mark), 0);
  surface.globalAlpha = 1;
  surface.globalCompositeOperation = 'source-over';
}

export function paintPage(surface: Surface, page: Pick<PageLook, 'ink'>): void {
  for (const step of page.ink) {
    if (step.kind === 'stroke' || step.kind === 'erase') paintMark(surface, step);
  }
}

/**
 * Adds the points from `fromIndex` on to the live layer of a mark that is still being drawn, with the
 * cost of those points only. Pencil, marker and eraser; a brush changes behind the pen and is drawn
 * anew with paintLiveBrush. Painted opaque (the eraser as paper): the layer carries markAlpha, and
 * paintMark replaces it all at pen up.
 */
export function paintSegment(surface: Surface, mark: Mark, fromIndex: number): void {
  strokePath(surface, mark, mark.kind === 'erase' ? PAPER : colourOf(mark), fromIndex);
}

/** The brush stroke under way, opaque, on a live layer that the caller has cleared. */
export function paintLiveBrush(surface: Surface, mark: StrokeMark): void {
  fillOutline(surface, mark, false);
}
