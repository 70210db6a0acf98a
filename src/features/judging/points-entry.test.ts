import { describe, expect, it } from 'vitest';
import { keepDigits, readPoints, stepPoints } from './points-entry.ts';

describe('typing points', () => {
  it('keeps whole points only', () => {
    expect(keepDigits('2a5')).toBe('25');
    expect(keepDigits('7,5')).toBe('75');
    expect(keepDigits('-4')).toBe('4');
    expect(keepDigits('007')).toBe('7');
    expect(keepDigits('0')).toBe('0');
    expect(keepDigits('12345')).toBe('123');
  });

  it('tells nothing, points and too many points apart', () => {
    expect(readPoints('', 30)).toEqual({ kind: 'empty' });
    expect(readPoints('0', 30)).toEqual({ kind: 'points', points: 0 });
    expect(readPoints('30', 30)).toEqual({ kind: 'points', points: 30 });
    expect(readPoints('31', 30)).toEqual({ kind: 'over' });
  });

  it('steps within the criterion, also out of an empty or overfull field', () => {
    expect(stepPoints('', 1, 10)).toBe('1');
    expect(stepPoints('', -1, 10)).toBe('0');
    expect(stepPoints('10', 1, 10)).toBe('10');
    expect(stepPoints('99', -1, 10)).toBe('10');
    expect(stepPoints('7', 5, 30)).toBe('12');
  });
});
