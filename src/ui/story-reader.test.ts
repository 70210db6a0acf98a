import { describe, expect, it } from 'vitest';
import { pageByKey } from './story-reader.tsx';

describe('turning pages by key', () => {
  it('stops at both covers', () => {
    expect(pageByKey('ArrowLeft', 0, 3)).toBe(0);
    expect(pageByKey('ArrowRight', 2, 3)).toBe(2);
  });

  it('jumps to the ends and leaves other keys alone', () => {
    expect(pageByKey('Home', 2, 3)).toBe(0);
    expect(pageByKey('End', 0, 3)).toBe(2);
    expect(pageByKey('a', 1, 3)).toBeUndefined();
  });
});
