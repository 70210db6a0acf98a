import { describe, expect, it } from 'vitest';
import {
  communesOf,
  readSchoolFilter,
  type School,
  showSchools,
  writeSchoolFilter,
} from './school-filter.ts';

const school = (schoolName: string, communeName: string, submittedCount: number): School => ({
  schoolId: schoolName,
  schoolName,
  communeName,
  classCount: 2,
  pupilCount: 40,
  draftCount: 3,
  submittedCount,
});
const SCHOOLS = [
  school('Trường Tiểu học số 10', 'Phường Việt Trì', 4),
  school('Trường Tiểu học số 2', 'Phường Việt Trì', 0),
  school('Trường THCS Đoan Hùng', 'Xã Đoan Hùng', 9),
];
const ALL = { search: '', commune: '', sort: 'name' } as const;
const names = (schools: readonly School[]) => schools.map(({ schoolName }) => schoolName);

describe('finding schools', () => {
  it('finds without marks, in the name of school or commune', () => {
    expect(names(showSchools(SCHOOLS, { ...ALL, search: 'doan hung' }))).toEqual([
      'Trường THCS Đoan Hùng',
    ]);
    expect(showSchools(SCHOOLS, { ...ALL, search: ' viet tri ' })).toHaveLength(2);
    expect(showSchools(SCHOOLS, { ...ALL, search: 'Hà Nội' })).toEqual([]);
  });

  it('sorts names as a person would and numbers from the largest', () => {
    expect(names(showSchools(SCHOOLS, ALL))).toEqual([
      'Trường THCS Đoan Hùng',
      'Trường Tiểu học số 2',
      'Trường Tiểu học số 10',
    ]);
    expect(showSchools(SCHOOLS, { ...ALL, sort: 'submitted' })[0]?.submittedCount).toBe(9);
    expect(showSchools(SCHOOLS, { ...ALL, sort: 'waiting' })[0]?.submittedCount).toBe(0);
  });

  it('keeps to one commune', () => {
    expect(names(showSchools(SCHOOLS, { ...ALL, commune: 'Xã Đoan Hùng' }))).toEqual([
      'Trường THCS Đoan Hùng',
    ]);
    expect(communesOf(SCHOOLS)).toEqual(['Phường Việt Trì', 'Xã Đoan Hùng']);
  });

  it('comes back from the address as it went in, and survives nonsense there', () => {
    const filter = { search: 'hùng', commune: 'Xã Đoan Hùng', sort: 'waiting' } as const;
    expect(readSchoolFilter(new URLSearchParams(writeSchoolFilter(filter)))).toEqual(filter);
    expect(writeSchoolFilter(ALL)).toEqual({});
    expect(readSchoolFilter(new URLSearchParams('xep=zzz'))).toEqual(ALL);
  });
});
