import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '../limits.ts';
import { type Panel, PANEL_LAYOUTS, paintPanels, panelsOf } from './panels.ts';

/** The smallest distance from the edges of one panel to the corners of another: negative inside. */
function depth(panel: Panel, [x, y]: readonly [number, number]): number {
  const distances = panel.map(([x0, y0], i) => {
    const [x1, y1] = panel[(i + 1) % panel.length]!;
    return ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / Math.hypot(x1 - x0, y1 - y0);
  });
  return Math.min(...distances);
}

describe('panel layouts', () => {
  it('offers one to six panels, at least twelve ways, ids without a gap', () => {
    expect(PANEL_LAYOUTS.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const counts = new Set(PANEL_LAYOUTS.map(({ panels }) => panels.length));
    expect([...counts].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each(PANEL_LAYOUTS)('layout $id keeps panels on the page, apart, and large', ({ panels }) => {
    for (const panel of panels) {
      for (const [x, y] of panel) {
        expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
        expect(x).toBeGreaterThanOrEqual(24);
        expect(x).toBeLessThanOrEqual(PAGE_WIDTH_PX - 24);
        expect(y).toBeGreaterThanOrEqual(24);
        expect(y).toBeLessThanOrEqual(PAGE_HEIGHT_PX - 24);
      }
      for (const other of panels) {
        if (other === panel) continue;
        for (const corner of other) expect(depth(panel, corner)).toBeLessThan(-20);
      }
      const area = panel.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = panel[(i + 1) % panel.length]!;
        return sum + (x * nextY - nextX * y) / 2;
      }, 0);
      // Positive: clockwise. A child's hand needs an eighth of the page.
      expect(area).toBeGreaterThan((PAGE_WIDTH_PX * PAGE_HEIGHT_PX) / 8);
    }
  });

  it('reads from the left and downwards', () => {
    const starts = panelsOf(11).map(([corner]) => corner!);
    expect(starts).toEqual(starts.toSorted(([x0, y0], [x1, y1]) => y0 - y1 || x0 - x1));
  });

  it('whitens the gutters and leaves the drawing in the panels', () => {
    for (const { id, panels } of PANEL_LAYOUTS) {
      const canvas = createCanvas(PAGE_WIDTH_PX, PAGE_HEIGHT_PX).getContext('2d');
      canvas.fillStyle = '#0e6ba3';
      canvas.fillRect(0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
      paintPanels(canvas, id);
      const at = (x: number, y: number) => [...canvas.getImageData(x, y, 1, 1).data.slice(0, 3)];
      expect(at(8, 8)).toEqual([255, 255, 255]);
      for (const panel of panels) {
        const middle = [0, 1].map((axis) =>
          Math.round(panel.reduce((sum, corner) => sum + corner[axis as 0 | 1], 0) / panel.length),
        );
        expect(at(middle[0]!, middle[1]!)).toEqual([0x0e, 0x6b, 0xa3]);
      }
    }
  });

  it('leaves a page without panels alone', () => {
    const canvas = createCanvas(40, 30).getContext('2d');
    paintPanels(canvas, 0);
    expect(canvas.getImageData(0, 0, 40, 30).data.every((value) => value === 0)).toBe(true);
  });
});
