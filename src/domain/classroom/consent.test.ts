import { describe, expect, it } from 'vitest';
import { ageInYears, type ConsentLine, consented, standingLines } from './consent.ts';

const TODAY = '2027-04-15';
const SIX = '2020-04-16';
const SEVEN = '2020-04-15';

function line(
  party: ConsentLine['party'],
  granted: boolean,
  recordedAt = 1,
  purpose: ConsentLine['purpose'] = 'gallery',
): ConsentLine {
  return { purpose, party, granted, recordedAt };
}

describe('consent', () => {
  it.each([
    { guardian: undefined, child: undefined, six: false, seven: false },
    { guardian: true, child: undefined, six: true, seven: false },
    { guardian: undefined, child: true, six: false, seven: false },
    { guardian: true, child: true, six: true, seven: true },
    { guardian: true, child: false, six: true, seven: false },
    { guardian: false, child: true, six: false, seven: false },
    { guardian: false, child: false, six: false, seven: false },
  ])('of guardian $guardian and child $child counts from seven on: $seven', (row) => {
    const lines = [
      ...(row.guardian === undefined ? [] : [line('guardian', row.guardian)]),
      ...(row.child === undefined ? [] : [line('child', row.child)]),
    ];
    expect(consented(lines, 'gallery', SIX, TODAY)).toBe(row.six);
    expect(consented(lines, 'gallery', SEVEN, TODAY)).toBe(row.seven);
  });

  it('holds for its own purpose only', () => {
    const lines = [line('guardian', true, 1, 'judge')];
    expect(consented(lines, 'judge', SIX, TODAY)).toBe(true);
    expect(consented(lines, 'gallery', SIX, TODAY)).toBe(false);
  });

  it('is what was said last, in whatever order the lines come', () => {
    const withdrawn = [line('guardian', false, 2), line('guardian', true, 1)];
    expect(consented(withdrawn, 'gallery', SIX, TODAY)).toBe(false);
    const renewed = [line('guardian', true, 3), ...withdrawn];
    expect(consented(renewed, 'gallery', SIX, TODAY)).toBe(true);
  });

  it('is refused when yes and no came in the same millisecond', () => {
    const lines = [line('guardian', true, 5), line('guardian', false, 5)];
    expect(consented(lines, 'gallery', SIX, TODAY)).toBe(false);
    expect(consented(lines.toReversed(), 'gallery', SIX, TODAY)).toBe(false);
  });

  it('stands with one line per purpose and party', () => {
    const lines = [
      line('child', true, 1),
      line('guardian', true, 1, 'name'),
      line('guardian', true, 1),
      line('guardian', false, 2),
    ];
    expect(standingLines(lines)).toEqual([lines[3], lines[0], lines[1]]);
  });
});

describe('age', () => {
  it('counts a year on the birthday, and for 29 February on 1 March', () => {
    expect(ageInYears('2017-04-15', '2027-04-14')).toBe(9);
    expect(ageInYears('2017-04-15', '2027-04-15')).toBe(10);
    expect(ageInYears('2016-02-29', '2027-02-28')).toBe(10);
    expect(ageInYears('2016-02-29', '2027-03-01')).toBe(11);
  });
});
