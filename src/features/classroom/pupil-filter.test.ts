import { describe, expect, test } from 'vitest';
import type { PupilRow } from '@contract/classroom.ts';
import { PURPOSES } from '@domain/classroom/consent.ts';
import { filtered, filterOf } from './pupil-filter.ts';

const fullSlip = PURPOSES.map((purpose) => ({
  purpose,
  party: 'guardian' as const,
  granted: true,
  recordedAt: 5,
}));

function pupil(row: Partial<PupilRow>): PupilRow {
  return {
    id: 'p'.repeat(22),
    fullName: 'Nguyễn Thị Hoa',
    birthDate: '2018-01-01',
    cardNumber: 1,
    work: 'none',
    title: null,
    entryId: null,
    receipt: null,
    cardLockedUntil: null,
    needsChildAssent: false,
    consents: fullSlip,
    galleryAllowed: false,
    ...row,
  };
}

describe('the filter of the class list', () => {
  const nothing = pupil({ work: 'none' });
  const draft = pupil({ work: 'draft', consents: fullSlip.slice(1) });
  const handedIn = pupil({ work: 'submitted' });
  const all = [nothing, draft, handedIn];

  test('counts an unfinished story as not submitted', () => {
    expect(filtered(all, 'not-submitted')).toEqual([nothing, draft]);
    expect(filtered(all, 'submitted')).toEqual([handedIn]);
  });

  test('finds pupils whose slip lacks an essential word', () => {
    expect(filtered(all, 'consent-missing')).toEqual([draft]);
  });

  test('shows everybody for an address it does not know', () => {
    expect(filterOf('thieu-phieu')).toBe('consent-missing');
    expect(filtered(all, filterOf('nonsense'))).toEqual(all);
    expect(filterOf(null)).toBe('all');
  });
});
