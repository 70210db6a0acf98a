import { expect, test } from 'vitest';
import { tracePath } from './vector-art.ts';

test('a path is traced as it is written', () => {
  const steps: (string | number)[][] = [];
  const note =
    (name: string) =>
    (...numbers: number[]) =>
      void steps.push([name, ...numbers]);
  tracePath(
    {
      moveTo: note('M'),
      lineTo: note('L'),
      quadraticCurveTo: note('Q'),
      bezierCurveTo: note('C'),
      closePath: note('Z'),
    },
    'M0 -1.5L2 3Q4 5 6 7C1 2 3 4 5 6ZM8 9L-1 0',
  );
  expect(steps).toEqual([
    ['M', 0, -1.5],
    ['L', 2, 3],
    ['Q', 4, 5, 6, 7],
    ['C', 1, 2, 3, 4, 5, 6],
    ['Z'],
    ['M', 8, 9],
    ['L', -1, 0],
  ]);
});
