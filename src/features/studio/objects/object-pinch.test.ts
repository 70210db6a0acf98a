import { expect, it } from 'vitest';
import { quarterX, quarterY, toPx } from '@domain/story/limits.ts';
import type { StampObject } from '@domain/story/scene.ts';
import { pinched } from './object-pinch.ts';

const boat: StampObject = {
  kind: 'stamp',
  asset: 'boat',
  opacity: 255,
  placement: {
    x: quarterX(800),
    y: quarterY(600),
    scale: 1000,
    rotation: 0,
    flip: false,
    behind: false,
  },
};
const box = { width: 200, height: 100 };

it('grows, turns and moves with two fingers', () => {
  const from = [
    { x: 700, y: 600 },
    { x: 900, y: 600 },
  ] as const;
  const to = [
    { x: 850, y: 450 },
    { x: 850, y: 850 },
  ] as const;
  const { x, y, scale, rotation } = pinched(boat, box, from, to).placement;
  expect([toPx(x), toPx(y)]).toEqual([850, 650]);
  expect(scale).toBe(2000);
  expect(rotation).toBe(9000);
});

it('stays of a size that can be taken in hand', () => {
  const apart = (spread: number) =>
    [
      { x: 800 - spread, y: 600 },
      { x: 800 + spread, y: 600 },
    ] as const;
  const small = pinched(boat, box, apart(400), apart(0));
  expect(small.placement.scale).toBeGreaterThanOrEqual(200);
  expect(pinched(boat, box, apart(1), apart(800)).placement.scale).toBeLessThanOrEqual(20_000);
});
