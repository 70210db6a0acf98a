import { refuse } from '@domain/kernel/refusal.ts';
import type { ColumnReader, ColumnWriter } from './columns.ts';
import type { Mask } from './event.ts';
import { MAX_RUNS_PER_FILL, PAGE_HEIGHT_PX } from './limits.ts';

// A run is told from the run of the same place in the row above: along a smooth edge both differences
// are small, and on a straight one none.
type Name = 'maskTop' | 'maskRuns' | 'maskStart' | 'maskLength';

type Row = readonly number[];

function guess(above: Row, row: Row, at: number): { start: number; length: number } {
  const start = above[at] ?? (row[at - 2] ?? 0) + (row[at - 1] ?? 0);
  return { start, length: above[at + 1] ?? 0 };
}

export function writeMask(columns: Record<Name, ColumnWriter>, { top, rows }: Mask): void {
  columns.maskTop.varint(top);
  columns.maskTop.varint(rows.length);
  let above: Row = [];
  for (const row of rows) {
    columns.maskRuns.varint(row.length / 2);
    for (let at = 0; at < row.length; at += 2) {
      const { start, length } = guess(above, row, at);
      columns.maskStart.signed(row[at]! - start);
      columns.maskLength.signed(row[at + 1]! - length);
    }
    above = row;
  }
}

export function readMask(columns: Record<Name, ColumnReader>): Mask {
  const top = columns.maskTop.varint();
  const height = columns.maskTop.varint();
  if (height > PAGE_HEIGHT_PX) throw refuse('story.malformed');
  const rows: Row[] = [];
  let above: Row = [];
  let total = 0;
  for (let y = 0; y < height; y += 1) {
    const runs = columns.maskRuns.varint();
    total += runs;
    if (total > MAX_RUNS_PER_FILL) throw refuse('story.too-large');
    const row: number[] = [];
    for (let at = 0; at < runs * 2; at += 2) {
      const { start, length } = guess(above, row, at);
      row.push(start + columns.maskStart.signed(), length + columns.maskLength.signed());
    }
    rows.push(row);
    above = row;
  }
  return { top, rows };
}
