import { expect, test } from 'vitest';
import { FIELD } from '@domain/games/sweep/sweep.ts';
import { seaFrame } from './sea-frame.ts';

test('the current comes from the right on a wide screen and from above on a tall one', () => {
  const source = { x: FIELD.width, y: FIELD.height / 2 };
  expect(seaFrame({ width: 800, height: 400 }).toScreen(source)).toEqual({ x: 800, y: 200 });
  expect(seaFrame({ width: 390, height: 600 }).toScreen(source)).toEqual({ x: 195, y: 0 });
});

test('steering up goes against the current on a tall screen', () => {
  const { toField, toScreen } = seaFrame({ width: 390, height: 600 });
  const way = toField({ x: 0, y: -1 });
  expect(way.x).toBe(1);
  const [here, there] = [
    { x: 4000, y: 4000 },
    { x: 4000 + 500 * way.x, y: 4000 + 500 * way.y },
  ];
  expect(toScreen(there).y).toBeLessThan(toScreen(here).y);
  expect(toScreen(there).x).toBeCloseTo(toScreen(here).x);
});
