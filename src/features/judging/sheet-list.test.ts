import { describe, expect, it } from 'vitest';
import type { SheetSummary } from '@contract/judging.ts';
import { neighbours, nextUnfinished, showSheets } from './sheet-list.ts';

const sheet = (id: string, state: SheetSummary['state']): SheetSummary => ({
  id,
  blindCode: 'ACDE',
  title: id,
  pageCount: 4,
  state,
  points: {},
  total: state === 'submitted' ? 80 : null,
});
const SHEETS = [
  sheet('a', 'submitted'),
  sheet('b', 'assigned'),
  sheet('c', 'started'),
  sheet('d', 'assigned'),
];
const ids = (sheets: readonly SheetSummary[]) => sheets.map(({ id }) => id).join('');

describe("a judge's sheets", () => {
  it('goes on with a begun sheet first, then in own order, then from the beginning', () => {
    expect(nextUnfinished(SHEETS)?.id).toBe('c');
    expect(nextUnfinished(SHEETS, 'c')?.id).toBe('d');
    expect(nextUnfinished(SHEETS, 'd')?.id).toBe('b');
  });

  it('has nothing to go on with when the only unfinished sheet is the open one', () => {
    expect(nextUnfinished([sheet('a', 'submitted'), sheet('b', 'started')], 'b')).toBeNull();
    expect(nextUnfinished([])).toBeNull();
  });

  it('shows what is to do or done, in own order', () => {
    expect(ids(showSheets(SHEETS, 'all'))).toBe('abcd');
    expect(ids(showSheets(SHEETS, 'todo'))).toBe('bcd');
    expect(ids(showSheets(SHEETS, 'done'))).toBe('a');
  });

  it('ends at the first and the last sheet', () => {
    expect(neighbours(SHEETS, 'a').before).toBeNull();
    expect(neighbours(SHEETS, 'a').after?.id).toBe('b');
    expect(neighbours(SHEETS, 'd').after).toBeNull();
    expect(neighbours(SHEETS, 'zz')).toEqual({ before: null, after: null });
  });
});
