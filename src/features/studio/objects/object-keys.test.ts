import { expect, it } from 'vitest';
import { objectKey } from './object-keys.ts';

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

it('moves by steps and strides', () => {
  expect(objectKey({ ...bare, key: 'ArrowLeft' })).toEqual({ kind: 'move', dx: -10, dy: 0 });
  expect(objectKey({ ...bare, key: 'ArrowDown', shiftKey: true })).toEqual({
    kind: 'move',
    dx: 0,
    dy: 50,
  });
});

it('leaves the browser and the reader their own combinations', () => {
  expect(objectKey({ ...bare, key: 'ArrowLeft', altKey: true })).toBeUndefined();
  expect(objectKey({ ...bare, key: '-', ctrlKey: true })).toBeUndefined();
  expect(objectKey({ ...bare, key: 'D', metaKey: true })).toEqual({ kind: 'duplicate' });
});
