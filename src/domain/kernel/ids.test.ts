import { describe, expect, it } from 'vitest';
import { IsoDay } from './ids.ts';

describe('IsoDay', () => {
  it.each(['2015-09-03', '2016-02-29', '2026-12-31'])('takes %s', (day) => {
    expect(IsoDay.safeParse(day).success).toBe(true);
  });

  it.each(['2015-02-29', '2015-02-31', '2015-13-01', '2015-00-10', '2015-9-3', '3/9/2015', ''])(
    'refuses %j, which is no day',
    (day) => {
      expect(IsoDay.safeParse(day).success).toBe(false);
    },
  );
});
