import type { FillStep } from '../event.ts';
import { cssColour } from './strokes/colour.ts';
import type { InkSurface } from './strokes/ink-surface.ts';

/**
 * Adds the runs of a mask to the path under construction, those that go on below as one rectangle:
 * a filled sky is a handful of them instead of a thousand.
 */
function traceMask(surface: InkSurface, { top, rows }: FillStep['mask']): void {
  let open = new Map<number, { readonly start: number; readonly length: number; y: number }>();
  const close = (run: { start: number; length: number; y: number }, bottom: number) =>
    surface.rect(run.start, run.y, run.length, bottom - run.y);
  for (const [i, row] of rows.entries()) {
    const next: typeof open = new Map();
    for (let at = 0; at + 1 < row.length; at += 2) {
      const [start, length] = [row[at]!, row[at + 1]!];
      const key = start * 4096 + length;
      const above = open.get(key);
      open.delete(key);
      next.set(key, above ?? { start, length, y: top + i });
    }
    for (const run of open.values()) close(run, top + i);
    open = next;
  }
  for (const run of open.values()) close(run, top + rows.length);
}

/** Pours the colour over the pixels that the mask names. */
export function paintFill(surface: InkSurface, { colour, opacity, mask }: FillStep): void {
  surface.globalAlpha = opacity / 255;
  surface.fillStyle = cssColour(colour);
  surface.beginPath();
  traceMask(surface, mask);
  surface.fill();
  surface.globalAlpha = 1;
}
