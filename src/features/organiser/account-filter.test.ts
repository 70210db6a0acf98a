import { describe, expect, it } from 'vitest';
import { readAccountFilter, showAccounts, withAccountFilter } from './account-filter.ts';
import type { Account } from './missing-steps.ts';

const adult = (
  role: Account['role'],
  fullName: string,
  schoolName: string | null = null,
): Account => ({
  id: fullName,
  role,
  email: 'a@b.vn',
  fullName,
  schoolName,
  active: true,
  invitedUntil: null,
});

const ACCOUNTS = [
  adult('teacher', 'Nguyễn Thị Đào', 'Trường Tiểu học Hùng Vương'),
  adult('judge', 'Vũ Lan Anh'),
  adult('organiser', 'Lê Hùng'),
];
const names = (search: string, role: Account['role'] | '' = '') =>
  showAccounts(ACCOUNTS, { search, role }).map(({ fullName }) => fullName);

describe('finding an account', () => {
  it('goes by name, e-mail or school, with or without marks', () => {
    expect(names('hung')).toEqual(['Nguyễn Thị Đào', 'Lê Hùng']);
    expect(names('dao')).toEqual(['Nguyễn Thị Đào']);
    expect(names('', 'judge')).toEqual(['Vũ Lan Anh']);
    expect(names('hùng', 'organiser')).toEqual(['Lê Hùng']);
  });

  it('keeps the filter in the address beside what is there', () => {
    const filter = { search: 'Hoa', role: 'teacher' } as const;
    const address = withAccountFilter(new URLSearchParams('buoc=tai-khoan'), filter);
    expect(readAccountFilter(address)).toEqual(filter);
    expect(withAccountFilter(address, { search: '', role: '' }).toString()).toBe('buoc=tai-khoan');
    expect(readAccountFilter(new URLSearchParams('vai=pupil'))).toEqual({ search: '', role: '' });
  });
});
