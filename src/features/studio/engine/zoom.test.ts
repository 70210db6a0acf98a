import { expect, it } from 'vitest';
import { createZoom, MAX_SCALE } from './zoom.ts';

it('keeps the place under the fingers while it zooms', () => {
  const zoom = createZoom();
  zoom.by(2, { x: 0.75, y: 0.25 });
  const { scale, x, y } = zoom.store.getState();
  expect((0.75 - x) / scale).toBeCloseTo(0.75);
  expect((0.25 - y) / scale).toBeCloseTo(0.25);
});

it('never shows anything beyond the page', () => {
  const zoom = createZoom();
  zoom.by(100, { x: 0.5, y: 0.5 });
  expect(zoom.store.getState().scale).toBe(MAX_SCALE);
  zoom.pan(50, -50);
  expect(zoom.store.getState()).toMatchObject({ x: 0, y: 1 - MAX_SCALE });
  zoom.by(0.001, { x: 0, y: 0 });
  expect(zoom.store.getState()).toEqual({ scale: 1, x: 0, y: 0 });
});

it('brings the pen of the keys back into sight', () => {
  const zoom = createZoom();
  zoom.by(4, { x: 0, y: 0 });
  zoom.reveal({ x: 0.9, y: 0.5 });
  const { scale, x, y } = zoom.store.getState();
  const [atX, atY] = [x + 0.9 * scale, y + 0.5 * scale];
  for (const at of [atX, atY]) {
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(1);
  }
});
