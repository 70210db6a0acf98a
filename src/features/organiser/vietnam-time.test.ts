import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from './vietnam-time.ts';

describe("times in Vietnam's clock", () => {
  it('means Vietnam whatever the zone of the machine', () => {
    expect(fromLocalInput('2027-04-15T17:00')).toBe(Date.UTC(2027, 3, 15, 10, 0));
    expect(toLocalInput(Date.UTC(2027, 3, 15, 10, 0))).toBe('2027-04-15T17:00');
  });

  it('crosses midnight and the year', () => {
    expect(toLocalInput(Date.UTC(2026, 11, 31, 18, 30))).toBe('2027-01-01T01:30');
    expect(fromLocalInput('2027-01-01T01:30')).toBe(Date.UTC(2026, 11, 31, 18, 30));
  });

  it('drops seconds that some browsers add', () => {
    expect(fromLocalInput('2027-04-15T17:00:00')).toBe(Date.UTC(2027, 3, 15, 10, 0));
  });

  it('has no moment for an empty field or a day that does not exist', () => {
    expect(fromLocalInput('')).toBeNull();
    expect(fromLocalInput('2027-04-31T08:00')).toBeNull();
    expect(fromLocalInput('15/4/2027')).toBeNull();
  });
});
