import { describe, expect, it } from 'vitest';
import { deskCommand } from './desk-keys.ts';

describe("keys of the judge's desk", () => {
  it('turns pages and opens the full picture while points are typed', () => {
    expect(deskCommand('ArrowRight', 'points')).toEqual({ kind: 'page', by: 1 });
    expect(deskCommand('F', 'points')).toEqual({ kind: 'full' });
  });

  it('leaves digits, plus and minus to the field of points', () => {
    expect(deskCommand('7', 'points')).toBeNull();
    expect(deskCommand('+', 'points')).toBeNull();
    expect(deskCommand('7', 'elsewhere')).toEqual({ kind: 'type', digit: '7' });
    expect(deskCommand('+', 'elsewhere')).toEqual({ kind: 'zoom', by: 1 });
  });

  it('takes nothing from a private note', () => {
    for (const key of ['f', 'j', 'ArrowLeft', '7', '-']) {
      expect(deskCommand(key, 'words')).toBeNull();
    }
  });
});
