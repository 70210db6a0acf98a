import type { EraseMark, Mark, StrokeMark } from '../event.ts';
import { toPx } from '../limits.ts';
import type { Extent, InkKit } from './ink-kit.ts';
import { BRUSHES } from './strokes/brushes.ts';
import type { Brush, InkSurface, StrokePainter } from './strokes/ink-surface.ts';
import { traceLine } from './strokes/line.ts';
import { copiesOf, paintCopies } from './symmetry.ts';

export const PAPER = '#ffffff';

/** How strongly the mark covers, 0 to 1: the opacity of a layer on which it is painted live. */
export function markAlpha(mark: Mark): number {
  if (mark.kind === 'erase') return 1;
  return (mark.opacity / 255) * BRUSHES[mark.tool].cover;
}

function paintEraser(surface: InkSurface, mark: EraseMark, style: unknown, from: number): void {
  surface.strokeStyle = style;
  surface.lineWidth = toPx(mark.size);
  surface.lineCap = 'round';
  surface.lineJoin = 'round';
  surface.beginPath();
  traceLine(surface, mark, from);
  surface.stroke();
}

/** Takes ink off a layer along the path; the paper stays. */
export function paintErase(surface: InkSurface, mark: EraseMark): void {
  surface.globalCompositeOperation = 'destination-out';
  paintCopies(surface, mark.symmetry, () => paintEraser(surface, mark, '#000000', 0));
  surface.globalCompositeOperation = 'source-over';
}

/** Needs a clear surface: it takes from itself, or its parts would shine through each other. */
function standsAlone(mark: StrokeMark, brush: Brush): boolean {
  return brush.ground === 'own' || (markAlpha(mark) < 1 && mark.tool !== 'brush');
}

/** No brush reaches further from its path, in widths. */
const REACH = 1.5;
const EDGE_PX = 4;

/** Where a stroke can leave ink; anywhere when it is mirrored. */
function extentOf({ x, y, size, symmetry }: StrokeMark): Extent | undefined {
  if (symmetry !== 'none') return undefined;
  let [left, right, top, bottom] = [x[0]!, x[0]!, y[0]!, y[0]!];
  for (let i = 1; i < x.length; i += 1) {
    const [px, py] = [x[i]!, y[i]!];
    if (px < left) left = px;
    if (px > right) right = px;
    if (py < top) top = py;
    if (py > bottom) bottom = py;
  }
  const far = toPx(size) * REACH + EDGE_PX;
  return {
    left: toPx(left) - far,
    top: toPx(top) - far,
    right: toPx(right) + far,
    bottom: toPx(bottom) + far,
  };
}

function paintAll(surface: InkSurface, mark: StrokeMark, kit: InkKit, complete: boolean): void {
  const brush = BRUSHES[mark.tool];
  const paint = () => brush.begin(surface, mark, kit.grain)(mark, complete);
  if (brush.ground === 'shared') return paintCopies(surface, mark.symmetry, paint);
  for (const copy of copiesOf(mark.symmetry)) {
    const alone = kit.scratch(surface, extentOf(mark));
    alone.transform(...copy);
    brush.begin(alone, mark, kit.grain)(mark, complete);
    kit.lay(surface, alone);
  }
}

/** Adds a finished stroke to a layer. The same strokes on an equal surface give the same pixels. */
export function paintStroke(surface: InkSurface, mark: StrokeMark, kit: InkKit): void {
  const brush = BRUSHES[mark.tool];
  const alpha = markAlpha(mark);
  surface.globalAlpha = alpha;
  if (!standsAlone(mark, brush) || brush.ground === 'own') {
    paintAll(surface, mark, kit, true);
  } else {
    const alone = kit.scratch(surface, extentOf(mark));
    paintAll(alone, mark, kit, true);
    kit.lay(surface, alone);
  }
  surface.globalAlpha = 1;
}

/**
 * A mark under way, on a clear layer that carries markAlpha and that is replaced by paintStroke or
 * paintErase at pen up. What 'grows' costs only what came since the last call; what is painted
 * 'anew' wants the layer cleared before each.
 */
export interface LivePainter {
  readonly live: Brush['live'];
  paint(mark: Mark): void;
}

function liveEraser(surface: InkSurface, paper: unknown): LivePainter {
  let painted = 0;
  return {
    live: 'grows',
    paint(mark) {
      if (mark.kind !== 'erase') return;
      paintCopies(surface, mark.symmetry, () => paintEraser(surface, mark, paper, painted));
      painted = mark.x.length;
    },
  };
}

/** @param paper the fill style of what an eraser lays bare, in page px */
export function beginLive(
  surface: InkSurface,
  first: Mark,
  kit: InkKit,
  paper: unknown = PAPER,
): LivePainter {
  if (first.kind === 'erase') return liveEraser(surface, paper);
  const brush = BRUSHES[first.tool];
  if (brush.live === 'anew') {
    return {
      live: 'anew',
      paint: (mark) => mark.kind === 'stroke' && paintAll(surface, mark, kit, false),
    };
  }
  const copies = copiesOf(first.symmetry).map((copy): readonly [typeof copy, StrokePainter] => [
    copy,
    brush.begin(surface, first, kit.grain),
  ]);
  return {
    live: 'grows',
    paint(mark) {
      if (mark.kind !== 'stroke') return;
      for (const [copy, paint] of copies) {
        surface.save();
        surface.transform(...copy);
        paint(mark, false);
        surface.restore();
      }
    },
  };
}

/** A piece of a long stroke with its ends cut off, for the brushes that change behind the pen. */
export function paintPiece(
  surface: InkSurface,
  piece: StrokeMark,
  kit: InkKit,
  cut: boolean,
): void {
  const brush = BRUSHES[piece.tool];
  paintCopies(surface, piece.symmetry, () =>
    brush.begin(surface, piece, kit.grain)(piece, false, cut),
  );
}
