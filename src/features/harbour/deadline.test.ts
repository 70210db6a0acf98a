import { describe, expect, test } from 'vitest';
import { nightsUntil } from './deadline.ts';

const at = (time: string) => Date.parse(`${time}+07:00`);

describe('nightsUntil', () => {
  test('counts calendar days as children do, not spans of 24 hours', () => {
    expect(nightsUntil(at('2027-04-15T17:00'), at('2027-04-14T23:50'))).toBe(1);
    expect(nightsUntil(at('2027-04-15T17:00'), at('2027-04-15T00:10'))).toBe(0);
    expect(nightsUntil(at('2027-04-15T06:30'), at('2027-04-10T22:00'))).toBe(5);
  });

  test('is 0 when the moment has passed', () => {
    expect(nightsUntil(at('2027-04-15T17:00'), at('2027-04-20T08:00'))).toBe(0);
  });
});
