import { expect, it } from 'vitest';
import { testStudio } from '@tests/fixtures/node-painting.ts';
import type { InkStep, Mask } from '../event.ts';
import { quarterSize, quarterX, quarterY } from '../limits.ts';
import { EMPTY_SCENE, type PageObject, type Scene } from '../scene.ts';
import { meanShares, measurePage } from './shares.ts';

const BOX = {
  id: 'box',
  width: 400,
  height: 300,
  shapes: [
    {
      d: 'M0 0 L400 0 L400 300 L0 300 Z',
      fill: '#e5342b',
      stroke: null,
      strokeWidth: 0,
      cap: 'butt',
      join: 'miter',
      opacity: 1,
    },
  ],
} as const;

const studio = {
  ...testStudio(),
  assets: { art: (id: string) => (id === 'box' ? BOX : undefined), photo: () => undefined },
};

const rows = (start: number, length: number): Mask => ({
  top: 0,
  rows: Array.from({ length: 1200 }, () => [start, length]),
});

const leftHalf: InkStep = {
  kind: 'fill',
  layer: 0,
  colour: 0x0e6ba3,
  opacity: 255,
  mask: rows(0, 800),
};

function at(xPx: number, yPx: number, behind: boolean) {
  return {
    x: quarterX(xPx),
    y: quarterY(yPx),
    scale: 1000,
    rotation: 0,
    flip: false,
    behind,
  };
}

const stamp = (xPx: number, behind = false): PageObject => ({
  kind: 'stamp',
  asset: 'box',
  placement: at(xPx, 600, behind),
  opacity: 255,
});

const photo = (xPx: number): PageObject => ({
  kind: 'photo',
  hash: 'a'.repeat(64),
  width: 400,
  height: 300,
  placement: at(xPx, 600, false),
  opacity: 255,
});

function measure(ink: readonly InkStep[], scene: Partial<Scene> = {}) {
  return measurePage({ ink, scene: { ...EMPTY_SCENE, ...scene } }, studio);
}

const objects = (...items: readonly PageObject[]) => items.map((item, i) => ({ id: i + 1, item }));

it('counts what lies on top: ink over what is behind it, stamps and photographs over ink', () => {
  expect(measure([leftHalf])).toEqual({ drawn: 500, stamped: 0, photographed: 0, written: 0 });
  // A box is a sixteenth of the page.
  expect(measure([leftHalf], { objects: objects(stamp(400, true)) })).toMatchObject({
    drawn: 500,
    stamped: 0,
  });
  expect(measure([leftHalf], { objects: objects(stamp(400), photo(1200)) })).toEqual({
    drawn: 437,
    stamped: 63,
    photographed: 63,
    written: 0,
  });
});

it('counts a ready-made background as stamped, a photographed one as such, a colour as nothing', () => {
  const ground = (background: Scene['background']) => measure([leftHalf], { background });
  expect(ground({ kind: 'asset', asset: 'box' })).toMatchObject({ drawn: 500, stamped: 500 });
  expect(ground({ kind: 'photo', hash: 'a'.repeat(64) })).toMatchObject({ drawn: 500 });
  expect(ground({ kind: 'colour', colour: 0xff0000 })).toMatchObject({ drawn: 500, stamped: 0 });
});

it('does not count what was rubbed out or hidden', () => {
  const rub: InkStep = {
    kind: 'erase',
    size: quarterSize(500),
    layer: 255,
    symmetry: 'none',
    x: [quarterX(0), quarterX(0)],
    y: [quarterY(0), quarterY(1200)],
    pressure: [128, 128],
  };
  const { drawn } = measure([leftHalf, rub]);
  expect(drawn).toBeGreaterThan(330);
  expect(drawn).toBeLessThan(360);
  const hidden = EMPTY_SCENE.layers.with(0, { visible: false, opacity: 255 });
  expect(measure([leftHalf], { layers: hidden })).toMatchObject({ drawn: 0 });
});

it('tells a story by the mean of its pages', () => {
  const page = { drawn: 400, stamped: 100, photographed: 0, written: 10 };
  expect(meanShares([page, { ...page, drawn: 601 }])).toEqual({ ...page, drawn: 501 });
  expect(meanShares([])).toEqual({ drawn: 0, stamped: 0, photographed: 0, written: 0 });
});
