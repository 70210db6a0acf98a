import { expect, it } from 'vitest';
import { pairKey } from './pair-keys.ts';

it('chooses by arrows, saves by Enter, and leaves other keys alone', () => {
  expect(
    ['ArrowLeft', 'ArrowRight', 'Enter', 'ArrowUp', 'a'].map((key) => pairKey(key, null)),
  ).toEqual(['left', 'right', 'save', null, null]);
});
