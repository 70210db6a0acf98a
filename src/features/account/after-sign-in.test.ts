import { describe, expect, test } from 'vitest';
import { destination } from './after-sign-in.ts';

describe('destination', () => {
  test('goes back to the page that asked for the sign-in', () => {
    expect(destination('teacher', { from: '/lop/abc/the' })).toBe('/lop/abc/the');
    expect(destination('pupil', { from: '/ve' })).toBe('/ve');
  });

  test("goes to the role's first page when the asking page belongs to others", () => {
    expect(destination('judge', { from: '/lop/abc' })).toBe('/cham');
    expect(destination('teacher', { from: '/lopez' })).toBe('/lop');
    expect(destination('pupil', { from: '//elsewhere.example' })).toBe('/ben-cang');
  });

  test('goes to the first page when nothing asked', () => {
    expect(destination('organiser', null)).toBe('/ban-to-chuc');
    expect(destination('pupil', { from: 7 })).toBe('/ben-cang');
  });
});
