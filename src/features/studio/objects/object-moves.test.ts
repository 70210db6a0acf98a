import { expect, it } from 'vitest';
import { quarterX, quarterY } from '@domain/story/limits.ts';
import type { SceneObject, StampObject } from '@domain/story/scene.ts';
import {
  copied,
  movedBy,
  regionOf,
  scaledBy,
  scaledTo,
  stepInOrder,
  turnedBy,
} from './object-moves.ts';

const boat: StampObject = {
  kind: 'stamp',
  asset: 'fishing-boat',
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
const pile = (...behind: readonly boolean[]): readonly SceneObject[] =>
  behind.map((isBehind, i) => ({
    id: i + 1,
    item: { ...boat, placement: { ...boat.placement, behind: isBehind } },
  }));

it('keeps its middle on the page', () => {
  expect(movedBy(boat, 5000, -5000).placement).toMatchObject({ x: quarterX(1600), y: 0 });
});

it('neither shrinks below what a finger finds nor outgrows the page twice', () => {
  expect(scaledTo(boat, box, 0.001).placement.scale).toBe(200);
  expect(scaledTo(boat, box, 1000).placement.scale).toBe(16_000);
  expect(scaledBy(boat, box, 1.1).placement.scale).toBe(1100);
});

it('turns through the whole circle in both directions', () => {
  expect(turnedBy(boat, -15).placement.rotation).toBe(34_500);
  expect(turnedBy(turnedBy(boat, -15), 15).placement.rotation).toBe(0);
});

it('puts a copy beside the original, on the page', () => {
  expect(copied(boat).placement).toMatchObject({ x: quarterX(848), y: quarterY(648) });
  expect(copied(movedBy(boat, 800, 600)).placement.x).toBe(quarterX(1552));
});

it('passes the next object on its side of the ink, and no other', () => {
  const objects = pile(false, true, false);
  expect(stepInOrder(objects, 1, 1)).toBe(2);
  expect(stepInOrder(objects, 3, 1)).toBeUndefined();
  expect(stepInOrder(objects, 2, -1)).toBeUndefined();
});

it('says where on the page it is', () => {
  expect(regionOf(boat.placement)).toBe('middle-middle');
  expect(regionOf(movedBy(boat, -700, 500).placement)).toBe('bottom-left');
  expect(regionOf(movedBy(boat, 800, 600).placement)).toBe('bottom-right');
});
