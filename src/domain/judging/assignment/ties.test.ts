import { describe, expect, it } from 'vitest';
import { conflictsOf, type EntryOrigin, namesakes, tiesOfTeachers, unitOfJudge } from './ties.ts';

const author = (pupilId: string, classId: string, schoolId: string, communeId: string) => ({
  pupilId,
  classId,
  teacherIds: [`teacher of ${classId}`],
  schoolId,
  communeId,
});
const entries: EntryOrigin[] = [
  { entryId: 'e1', authors: [author('p1', '4A', 'north', 'hill')] },
  { entryId: 'e2', authors: [author('p2', '4B', 'north', 'hill')] },
  {
    entryId: 'e3',
    authors: [author('p3', '5C', 'south', 'hill'), author('p4', '4A', 'north', 'hill')],
  },
  { entryId: 'e4', authors: [author('p5', '9A', 'east', 'shore')] },
];

describe('what a judge is tied to', () => {
  it.each([
    { kind: 'school', subjectId: 'north', bars: ['e1', 'e2', 'e3'] },
    { kind: 'class', subjectId: '4A', bars: ['e1', 'e3'] },
    { kind: 'teacher', subjectId: 'teacher of 5C', bars: ['e3'] },
    { kind: 'commune', subjectId: 'hill', bars: ['e1', 'e2', 'e3'] },
    { kind: 'pupil', subjectId: 'p4', bars: ['e3'] },
    { kind: 'entry', subjectId: 'e4', bars: ['e4'] },
  ] as const)('by $kind keeps them from $bars', ({ kind, subjectId, bars }) => {
    const conflicts = conflictsOf([{ judgeId: 'j', kind, subjectId }], entries);
    expect(conflicts).toEqual(bars.map((entryId) => ({ entryId, judgeId: 'j' })));
  });

  it('names a pair once, however many ties it has', () => {
    const ties = (['school', 'class'] as const).map((kind) => ({
      judgeId: 'j',
      kind,
      subjectId: kind === 'school' ? 'north' : '4A',
    }));
    expect(conflictsOf(ties, entries)).toHaveLength(3);
  });
});

describe('a teacher who judges', () => {
  const teacher = { id: 't', email: 'co.hoa@truong.vn', fullName: 'Nguyễn Thị Hoà', schoolId: 's' };
  const judge = (email: string, fullName = 'Lê Nam') => ({ id: 'j', email, fullName });

  it('is known by the address, whatever its case and what follows a plus', () => {
    const ties = [
      { judgeId: 'j', kind: 'teacher', subjectId: 't' },
      { judgeId: 'j', kind: 'school', subjectId: 's' },
    ];
    expect(tiesOfTeachers([judge('Co.Hoa+giamkhao@truong.vn')], [teacher])).toEqual(ties);
    expect(tiesOfTeachers([judge('hoa@truong.vn')], [teacher])).toEqual([]);
    expect(unitOfJudge('j', tiesOfTeachers([judge('co.hoa+2@truong.vn')], [teacher]))).toBe('s');
  });

  it('is only suspected by the name, in whatever form the marks are written', () => {
    const name = 'NGUYỄN THỊ HOÀ'.normalize('NFD');
    expect(namesakes(judge('khac@truong.vn', name), [teacher])).toEqual([teacher]);
    expect(namesakes(judge('co.hoa+1@truong.vn', name), [teacher])).toEqual([]);
  });
});
