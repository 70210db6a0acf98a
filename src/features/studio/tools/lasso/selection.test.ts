import { describe, expect, it } from 'vitest';
import { quarterX, quarterY } from '@domain/story/limits.ts';
import {
  AT_HOME,
  boxOf,
  encloses,
  matrixOf,
  movedOutline,
  outlineOf,
  rectangleOf,
  toHome,
} from './selection.ts';

const outline = rectangleOf(quarterX(100), quarterY(100), quarterX(300), quarterY(200));
const box = boxOf(outline);

describe('ink that is held', () => {
  it('stays where it is until it is moved', () => {
    expect(matrixOf(AT_HOME, box)).toEqual([1000, 0, 0, 1000, 0, 0]);
  });

  it('scales and turns about its middle', () => {
    const pose = { ...AT_HOME, scale: 2, degrees: 90, dx: 10 };
    const moved = boxOf(movedOutline(outline, matrixOf(pose, box)));
    expect(moved).toEqual({ left: 110, top: -50, right: 310, bottom: 350 });
  });

  it('is found again where it lies now', () => {
    const pose = { dx: 400, dy: 30, scale: 1.5, degrees: 40, flip: true };
    const [a, b, c, d, e, f] = matrixOf(pose, box);
    const [x, y] = [120, 190];
    const there = [(a * x + c * y) / 1000 + e / 4, (b * x + d * y) / 1000 + f / 4] as const;
    const [homeX, homeY] = toHome(pose, box, ...there);
    expect([homeX, homeY].map(Math.round)).toEqual([x, y]);
    expect(encloses(outline, homeX, homeY)).toBe(true);
    expect(encloses(outline, ...toHome(pose, box, 120, 190))).toBe(false);
  });

  it('needs a ring that encloses something', () => {
    const x = [100, 110, 120].map(quarterX);
    const y = [100, 100, 100].map(quarterY);
    expect(outlineOf({ x, y, pressure: [] })).toBeNull();
  });
});
