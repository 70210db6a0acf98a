import type { Mark, StrokeMark } from '@domain/story/event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { markAlpha, paintLiveBrush, paintSegment } from '@domain/story/paint.ts';
import { createRaster, freeRaster } from './committed-raster.ts';

/** A brush outline changes behind the pen; further back than this it no longer does. */
const TAIL_POINTS = 60;
const FREEZE_AT_POINTS = 180;

function slice(mark: StrokeMark, from: number, to: number): StrokeMark {
  const { x, y, pressure } = mark;
  return {
    ...mark,
    x: x.slice(from, to),
    y: y.slice(from, to),
    pressure: pressure.slice(from, to),
  };
}

/**
 * The stroke under way on a canvas of its own, at a cost that does not grow with the stroke:
 * lines are only appended to; of a brush stroke the settled part is frozen and the tail redrawn.
 */
export function createLiveInk(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  const { width, height } = canvas;
  let frozen: ReturnType<typeof createRaster> | null = null;
  let painted = 0;
  let frozenTo = 0;

  const toPageScale = (surface: CanvasRenderingContext2D) =>
    surface.setTransform(width / PAGE_WIDTH_PX, 0, 0, height / PAGE_HEIGHT_PX, 0, 0);

  const wipe = (surface: CanvasRenderingContext2D) => {
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.clearRect(0, 0, width, height);
  };

  const freeze = (mark: StrokeMark, to: number) => {
    frozen ??= createRaster(width, height);
    toPageScale(frozen.context);
    // One point of overlap on each side hides the seam: the layer is opaque.
    paintLiveBrush(frozen.context, slice(mark, Math.max(0, frozenTo - 8), to));
    frozenTo = to;
  };

  const paintBrush = (mark: StrokeMark) => {
    const points = mark.x.length;
    if (points - frozenTo > FREEZE_AT_POINTS) freeze(mark, points - TAIL_POINTS);
    wipe(context);
    if (frozenTo > 0 && frozen) context.drawImage(frozen.canvas, 0, 0);
    toPageScale(context);
    paintLiveBrush(context, frozenTo === 0 ? mark : slice(mark, frozenTo - 8, points));
  };

  return {
    paint(mark: Mark) {
      if (painted === 0) canvas.style.opacity = String(markAlpha(mark));
      if (mark.kind === 'stroke' && mark.tool === 'brush') {
        paintBrush(mark);
      } else {
        toPageScale(context);
        paintSegment(context, mark, painted);
      }
      painted = mark.x.length;
    },
    clear() {
      if (painted > 0) wipe(context);
      if (frozen && frozenTo > 0) wipe(frozen.context);
      painted = 0;
      frozenTo = 0;
    },
    free() {
      if (frozen) freeRaster(frozen.canvas);
      frozen = null;
    },
  };
}

export type LiveInk = ReturnType<typeof createLiveInk>;
