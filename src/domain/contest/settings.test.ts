import { describe, expect, it } from 'vitest';
import {
  closedSections,
  DEFAULT_SETTINGS,
  divisionOf,
  EditionSettings,
  prizesOf,
  storedSettings,
} from './settings.ts';

const divisions = [
  { id: 'nhi-dong', name: 'Nhi đồng', minAge: 6, maxAge: 9 },
  { id: 'thieu-nien', name: 'Thiếu niên', minAge: 11, maxAge: 15 },
];

describe('the settings of an edition', () => {
  it('take defaults for whatever an older program did not store', () => {
    expect(storedSettings('{}')).toEqual(DEFAULT_SETTINGS);
    expect(storedSettings('{"telling":{"mode":"optional"}}').telling).toEqual({
      mode: 'optional',
      maxMinutes: DEFAULT_SETTINGS.telling.maxMinutes,
    });
    expect(storedSettings(JSON.stringify({ divisions })).divisions).toEqual(divisions);
  });

  it.each([
    {
      why: 'ages in two divisions',
      change: { divisions: [divisions[0], { ...divisions[1], minAge: 9 }] },
    },
    {
      why: 'two divisions of one id',
      change: { divisions: [divisions[0], { ...divisions[1], id: 'nhi-dong' }] },
    },
    { why: 'too few anchors to compare by', change: { anchors: { count: 4 } } },
    {
      why: 'one tie-break twice',
      change: { judging: { ...DEFAULT_SETTINGS.judging, tieBreak: ['draw', 'draw'] } },
    },
    {
      why: 'prizes of a division that is not there',
      change: { prizes: [{ divisionId: 'x', list: [] }] },
    },
  ])('refuse $why', ({ change }) => {
    expect(EditionSettings.safeParse(DEFAULT_SETTINGS).success).toBe(true);
    expect(EditionSettings.safeParse({ ...DEFAULT_SETTINGS, ...change }).success).toBe(false);
  });

  it('put an entry where its oldest author belongs, or nearest', () => {
    const settings = { ...DEFAULT_SETTINGS, divisions };
    expect([[6], [9, 12], [10], [17], [4]].map((ages) => divisionOf(settings, ages))).toEqual([
      'nhi-dong',
      'thieu-nien',
      'nhi-dong',
      'thieu-nien',
      'nhi-dong',
    ]);
    expect(divisionOf(DEFAULT_SETTINGS, [9])).toBe('');
  });

  it('give a division the common prizes until it has its own', () => {
    const own = { divisionId: 'nhi-dong', list: [{ id: 'a', name: 'Giải A', count: 3 }] };
    const settings = { ...DEFAULT_SETTINGS, divisions, prizes: [...DEFAULT_SETTINGS.prizes, own] };
    expect(prizesOf(settings, 'nhi-dong')).toEqual(own.list);
    expect(prizesOf(settings, 'thieu-nien')).toEqual(DEFAULT_SETTINGS.prizes[0]?.list);
  });

  it('are closed once judging rests upon them, prizes once it is decided', () => {
    expect(closedSections({ judgingBegan: false, decided: false })).toEqual([]);
    const began = closedSections({ judgingBegan: true, decided: false });
    expect([began.includes('judging'), began.includes('prizes')]).toEqual([true, false]);
    expect(closedSections({ judgingBegan: true, decided: true })).toContain('prizes');
  });
});
