import { expect, it } from 'vitest';
import { createTestSurface, pixelsOf, testStudio } from '@tests/fixtures/node-painting.ts';
import type { VectorArt } from '../art/vector-art.ts';
import { quarterX, quarterY } from '../limits.ts';
import { EMPTY_SCENE, type StampObject } from '../scene.ts';
import { paintOver } from './compose.ts';
import { toPagePx } from './ink-kit.ts';

const square = (fill: string) => ({
  d: 'M0 0L400 0L400 400L0 400Z',
  fill,
  stroke: null,
  strokeWidth: 0,
  cap: 'butt' as const,
  join: 'miter' as const,
  opacity: 1,
});
const red: VectorArt = {
  id: 'red',
  width: 400,
  height: 400,
  shapes: [square('#000000'), square('#ff0000')],
};
const stamp: StampObject = {
  kind: 'stamp',
  asset: 'red',
  opacity: 128,
  placement: {
    x: quarterX(800),
    y: quarterY(600),
    scale: 1000,
    rotation: 0,
    flip: false,
    behind: false,
  },
};

it('lets the page shine through an object, but not one part of it through another', () => {
  const surface = createTestSurface(160, 120);
  toPagePx(surface);
  surface.fillStyle = '#ffffff';
  surface.fillRect(0, 0, 1600, 1200);
  const assets = { art: () => red, photo: () => undefined };
  const scene = { ...EMPTY_SCENE, objects: [{ id: 1, item: stamp }] };
  paintOver(surface, scene, { ...testStudio(), assets });
  const middle = (60 * 160 + 80) * 4;
  const [r, g, b] = pixelsOf(surface).slice(middle, middle + 3);
  expect([r, g, b].map((value) => Math.round(value! / 4) * 4)).toEqual([256, 128, 128]);
});
