import type { Mark, StrokeMark } from '@domain/story/event.ts';
import { type InkKit, toPagePx } from '@domain/story/paint/ink-kit.ts';
import { paintShape } from '@domain/story/paint/shape.ts';
import {
  beginLive,
  type LivePainter,
  markAlpha,
  paintPiece,
  PAPER,
} from '@domain/story/paint/stroke.ts';
import { freeSurface, layOver, type Surface, wipe } from '@domain/story/paint/surface.ts';
import type { Live } from '../tools/session.ts';
import { paintHeld, paintOutline } from './live-frame.ts';
import { createBrowserSurface } from './committed-raster.ts';

/** A brush outline changes behind the pen; further back than this it no longer does. */
const TAIL_POINTS = 60;
const FREEZE_AT_POINTS = 180;
const OVERLAP_POINTS = 8;
/** Brushes whose settled part can be frozen: their layer is opaque, so a seam does not show. */
const FROZEN: ReadonlySet<StrokeMark['tool']> = new Set(['brush', 'ink']);

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
 * What is under way on a canvas of its own, at a cost that does not grow with the stroke: some
 * brushes are only appended to; of others the settled part is frozen and the tail redrawn.
 * @param paper what an eraser lays bare
 */
export function createLiveInk(surface: Surface, kit: InkKit, paper: () => unknown) {
  const canvas = surface.canvas as HTMLCanvasElement;
  let painter: LivePainter | null = null;
  let frozen: Surface | null = null;
  let frozenTo = 0;
  let dirty = false;

  const freeze = (mark: StrokeMark, to: number) => {
    frozen ??= createBrowserSurface(canvas.width, canvas.height);
    toPagePx(frozen);
    const from = Math.max(0, frozenTo - OVERLAP_POINTS);
    paintPiece(frozen, slice(mark, from, to), kit, from > 0);
    frozenTo = to;
  };

  const paintFrozen = (mark: StrokeMark) => {
    const points = mark.x.length;
    if (points - frozenTo > FREEZE_AT_POINTS) freeze(mark, points - TAIL_POINTS);
    wipe(surface);
    if (frozenTo > 0 && frozen) layOver(surface, frozen, 1);
    toPagePx(surface);
    const from = Math.max(0, frozenTo - OVERLAP_POINTS);
    paintPiece(surface, from === 0 ? mark : slice(mark, from, points), kit, from > 0);
  };

  const paintMark = (mark: Mark) => {
    if (painter === null) {
      canvas.style.opacity = String(markAlpha(mark));
      toPagePx(surface);
      painter = beginLive(surface, mark, kit, paper() ?? PAPER);
    }
    if (mark.kind === 'stroke' && FROZEN.has(mark.tool)) return paintFrozen(mark);
    if (painter.live === 'anew') {
      wipe(surface);
      toPagePx(surface);
    }
    return painter.paint(mark);
  };

  return {
    paint(live: Live) {
      dirty = true;
      if (live.kind === 'stroke' || live.kind === 'erase') return paintMark(live);
      canvas.style.opacity = '1';
      wipe(surface);
      toPagePx(surface);
      if (live.kind === 'shape') return paintShape(surface, live, kit);
      if (live.kind === 'held') return paintHeld(surface, live);
      return paintOutline(surface, live.path);
    },
    clear() {
      if (dirty) wipe(surface);
      if (frozen && frozenTo > 0) wipe(frozen);
      painter = null;
      frozenTo = 0;
      dirty = false;
    },
    free() {
      if (frozen) freeSurface(frozen);
      frozen = null;
    },
  };
}

export type LiveInk = ReturnType<typeof createLiveInk>;
