import { describe, expect, test } from 'vitest';
import { dayFromText, plausibleBirth } from './birth-date.ts';

describe('dayFromText', () => {
  test('reads the ways a day is written on a class list', () => {
    expect(dayFromText('3/9/2015')).toBe('2015-09-03');
    expect(dayFromText(' 03-09-2015 ')).toBe('2015-09-03');
    expect(dayFromText('3.9.2015')).toBe('2015-09-03');
    expect(dayFromText('29/2/2016')).toBe('2016-02-29');
  });

  test('knows no day that is not in the calendar', () => {
    for (const typed of ['', '31/4/2015', '29/2/2015', '13/13/2015', '0/1/2015', '3/9/15']) {
      expect(dayFromText(typed)).toBeNull();
    }
  });
});

test('a slip in the year of birth is noticed', () => {
  expect(plausibleBirth('2017-05-01', 2027)).toBe(true);
  expect(plausibleBirth('2026-05-01', 2027)).toBe(false);
  expect(plausibleBirth('1987-05-01', 2027)).toBe(false);
});
