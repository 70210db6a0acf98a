import { describe, expect, it } from 'vitest';
import { type Account, checklist, type Unit } from './missing-steps.ts';

const school = (name: string): Unit => ({ id: name, kind: 'school', name, parentId: 'xa' });
const adult = (
  role: Account['role'],
  schoolName: string | null = null,
  active = true,
): Account => ({
  id: `${role}${schoolName}`,
  role,
  email: 'a@b.vn',
  fullName: 'Nguyễn Thị Hoa',
  schoolName,
  active,
  invitedUntil: null,
});
const missing = (...given: Parameters<typeof checklist>) =>
  checklist(...given)
    .filter(({ done }) => !done)
    .map(({ id }) => id);

describe('what is missing before a contest can run', () => {
  it('is everything in an empty contest', () => {
    expect(missing(null, [], [])).toEqual(['edition', 'schools', 'teachers', 'judges']);
  });

  it('is a teacher for the school that has none, and judges up to the number per entry', () => {
    const units = [school('A'), school('B')];
    expect(missing(2, units, [adult('teacher', 'A'), adult('judge')])).toEqual([
      'teachers',
      'judges',
    ]);
    expect(
      missing(2, units, [
        adult('teacher', 'A'),
        adult('teacher', 'B'),
        adult('judge'),
        adult('judge'),
      ]),
    ).toEqual([]);
  });

  it('does not count accounts that were closed', () => {
    expect(missing(1, [school('A')], [adult('teacher', 'A', false), adult('judge')])).toEqual([
      'teachers',
    ]);
  });
});
