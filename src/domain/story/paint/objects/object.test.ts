import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quarterSize, quarterX, quarterY } from '../../limits.ts';
import type { Placement, StampObject, TextObject } from '../../scene.ts';
import { objectBox, objectExtent, tailOnPage, toObject, toPage } from './object.ts';

const boat = { id: 'boat', width: 200, height: 100, shapes: [] };
const assets = {
  art: (id: string) => (id === 'boat' ? boat : undefined),
  photo: () => undefined,
};

const upright: Placement = {
  x: quarterX(800),
  y: quarterY(600),
  scale: 1000,
  rotation: 0,
  flip: false,
  behind: false,
};
const stamp = (placement: Partial<Placement> = {}): StampObject => ({
  kind: 'stamp',
  asset: 'boat',
  opacity: 255,
  placement: { ...upright, ...placement },
});
const said: TextObject = {
  kind: 'text',
  text: 'Bố ơi!',
  colour: 0,
  textSize: quarterSize(40),
  width: quarterX(120),
  font: 'body',
  bubble: 'speech',
  tail: { x: quarterX(100), y: quarterY(80) },
  opacity: 255,
  placement: upright,
};

it('goes to the page and back to the same place', () => {
  const placement = fc.record({
    x: fc.integer({ min: -6400, max: 12800 }).map((x) => x as Placement['x']),
    y: fc.integer({ min: -4800, max: 9600 }).map((y) => y as Placement['y']),
    scale: fc.integer({ min: 20, max: 20_000 }),
    rotation: fc.integer({ min: 0, max: 35_999 }),
    flip: fc.boolean(),
    behind: fc.boolean(),
  });
  const px = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(placement, px, px, (where, x, y) => {
      const back = toObject(where, toPage(where, { x, y }));
      expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1e-6);
    }),
  );
});

it('covers an upright box of the page', () => {
  const extent = objectExtent(stamp({ rotation: 9_000, scale: 500 }), assets);
  expect(extent.width).toBeCloseTo(50);
  expect(extent.height).toBeCloseTo(100);
  expect([extent.x, extent.y]).toEqual([expect.closeTo(775), expect.closeTo(550)]);
});

it('has room for a stamp that this pack does not know', () => {
  expect(objectBox({ ...stamp(), asset: 'unknown' }, assets)).toEqual({ width: 240, height: 240 });
});

it('grows with its lines, and holds more than its text in a bubble', () => {
  const one = objectBox(said, assets);
  const two = objectBox({ ...said, text: 'Bố ơi!\nThuyền về!' }, assets);
  expect(two.height - one.height).toBeCloseTo(58);
  expect(one.width).toBeGreaterThan(objectBox({ ...said, bubble: 'none' }, assets).width);
});

it('points with its tail, to the other side when mirrored', () => {
  expect(tailOnPage(said)).toEqual({ x: 900, y: 680 });
  expect(tailOnPage({ ...said, placement: { ...upright, flip: true } })).toEqual({
    x: 700,
    y: 680,
  });
  expect(tailOnPage(stamp())).toBeNull();
});
