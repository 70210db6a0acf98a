import { describe, expect, it } from 'vitest';
import { resultTask, RULES } from '@tests/fixtures/judging/result-task.ts';
import { type FlagSheet, flagJudges } from './judge-flags.ts';

/** Sheets of eight ordinary judges, the first of whom is changed. */
function sheetsWith(change: (sheet: FlagSheet, index: number) => Partial<FlagSheet>): FlagSheet[] {
  const byKey = new Map<string, Map<string, number>>();
  for (const { judge, entry, criterion, score } of resultTask(2, { entries: 60, judges: 8 })
    .scores) {
    const key = `${judge} ${entry}`;
    byKey.set(key, (byKey.get(key) ?? new Map<string, number>()).set(criterion, score));
  }
  return [...byKey].map(([key, points], index) => {
    const [judge, entry] = key.split(' ') as [string, string];
    const sheet: FlagSheet = { judge, entry, points, seconds: null, ownUnit: null };
    return judge === 'GK000' ? { ...sheet, ...change(sheet, index) } : sheet;
  });
}

const flagsOf = (change: Parameters<typeof sheetsWith>[0]) =>
  flagJudges(sheetsWith(change), RULES.criteria)
    .filter(({ judge }) => judge === 'GK000')
    .map(({ kind }) => kind);
const points = (first: number, second: number) =>
  new Map([
    ['C1', Math.max(0, Math.min(60, Math.round(first)))],
    ['C2', Math.max(0, Math.min(40, Math.round(second)))],
  ]);

describe('flags about a judge', () => {
  it.each([
    {
      kind: 'severity',
      change: ({ points: own }: FlagSheet) => ({
        points: points(own.get('C1')! - 20, own.get('C2')! - 13),
      }),
    },
    { kind: 'central', change: () => ({ points: points(42, 28) }) },
    {
      kind: 'halo',
      change: ({ points: own }: FlagSheet) => ({
        points: points(own.get('C1')!, (own.get('C1')! * 40) / 60),
      }),
    },
    {
      kind: 'misfit',
      change: (_: FlagSheet, index: number) => ({
        points: index % 2 ? points(60, 8) : points(12, 40),
      }),
    },
    {
      kind: 'own-unit',
      change: ({ points: own }: FlagSheet, index: number) =>
        index % 3 === 0
          ? { ownUnit: true, points: points(own.get('C1')! + 18, own.get('C2')! + 12) }
          : { ownUnit: false },
    },
  ])('raises $kind where it was made so', ({ kind, change }) => {
    expect(flagsOf(change)).toContain(kind);
  });

  it('raises haste by time at work, and nothing where nobody’s time is known', () => {
    const timed = sheetsWith(() => ({})).map((sheet, index) => ({
      ...sheet,
      seconds: sheet.judge === 'GK000' ? 20 + (index % 7) : 160 + (index % 50),
    }));
    const haste = flagJudges(timed, RULES.criteria).filter(({ kind }) => kind === 'haste');
    expect(haste).toMatchObject([{ judge: 'GK000', sheets: expect.any(Number) }]);
    expect(flagsOf(() => ({}))).not.toContain('haste');
  });

  it('says nothing of a judge with few sheets, or of one judge alone', () => {
    const few = sheetsWith(() => ({ points: points(42, 28) })).filter(
      ({ judge, entry }) => judge !== 'GK000' || entry < 'B010',
    );
    expect(flagJudges(few, RULES.criteria).filter(({ judge }) => judge === 'GK000')).toEqual([]);
    expect(
      flagJudges(
        few.filter(({ judge }) => judge === 'GK000'),
        RULES.criteria,
      ),
    ).toEqual([]);
  });
});
