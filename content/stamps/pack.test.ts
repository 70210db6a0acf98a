import { describe, expect, test } from 'vitest';
import { readPack } from './compiler/read-pack.ts';

describe('the pack', () => {
  test('every drawing compiles and has its item', () => {
    const { pack, art } = readPack();
    expect(art.map(({ id }) => id)).toEqual(pack.items.map(({ id }) => id));
  });
});
