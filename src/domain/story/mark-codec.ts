import { refuse } from '@domain/kernel/refusal.ts';
import type { ColumnReader, ColumnWriter } from './columns.ts';
import { type EraseMark, type Mark, type Path, type StrokeMark, TOOLS } from './event.ts';
import { MAX_POINTS, MAX_POINTS_PER_STROKE, type QuarterPx } from './limits.ts';

export const MARK_COLUMNS = [
  'tool',
  'colour',
  'size',
  'opacity',
  'points',
  'x',
  'y',
  'pressure',
] as const;
type MarkColumn = (typeof MARK_COLUMNS)[number];

function writePath(columns: Record<MarkColumn, ColumnWriter>, path: Path): void {
  columns.points.varint(path.x.length);
  columns.x.curve(path.x);
  columns.y.curve(path.y);
  columns.pressure.curve(path.pressure);
}

export function writeMark(columns: Record<MarkColumn, ColumnWriter>, mark: Mark): void {
  columns.size.delta(mark.size);
  if (mark.kind === 'stroke') {
    columns.tool.byte(TOOLS.indexOf(mark.tool));
    columns.colour.delta(mark.colour);
    columns.opacity.delta(mark.opacity);
  }
  writePath(columns, mark);
}

/** Reads marks in the order they were written, and refuses 'story.too-large' beyond MAX_POINTS in all. */
export function markReader(columns: Record<MarkColumn, ColumnReader>) {
  let total = 0;

  function path(): Path {
    const points = columns.points.varint();
    total += points;
    if (points > MAX_POINTS_PER_STROKE || total > MAX_POINTS) throw refuse('story.too-large');
    return {
      x: columns.x.curve<QuarterPx>(points),
      y: columns.y.curve<QuarterPx>(points),
      pressure: columns.pressure.curve<number>(points),
    };
  }

  return {
    stroke: (): StrokeMark => {
      const tool = TOOLS[columns.tool.byte()];
      if (tool === undefined) throw refuse('story.malformed');
      return {
        kind: 'stroke',
        tool,
        colour: columns.colour.delta(),
        size: columns.size.delta() as QuarterPx,
        opacity: columns.opacity.delta(),
        ...path(),
      };
    },
    erase: (): EraseMark => ({
      kind: 'erase',
      size: columns.size.delta() as QuarterPx,
      ...path(),
    }),
  };
}
