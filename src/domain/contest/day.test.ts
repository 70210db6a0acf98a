import { expect, it } from 'vitest';
import { ageBandOf } from './age-band.ts';
import { vietnamDay, vietnamMidnight } from './day.ts';

it('begins the day in Vietnam at 17:00 UTC', () => {
  const midnight = Date.UTC(2027, 3, 14, 17);
  expect(vietnamDay(midnight - 1)).toBe('2027-04-14');
  expect(vietnamDay(midnight)).toBe('2027-04-15');
  expect(vietnamMidnight(midnight)).toBe(midnight);
  expect(vietnamMidnight(midnight + 24 * 60 * 60_000 - 1)).toBe(midnight);
});

it('puts every age of school into one public band', () => {
  expect([5, 6, 8, 9, 12, 13, 19].map(ageBandOf)).toEqual([
    '6-8',
    '6-8',
    '6-8',
    '9-12',
    '9-12',
    '13-18',
    '13-18',
  ]);
});
