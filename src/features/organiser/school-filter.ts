import type { SchoolProgress } from '@contract/organiser.ts';
import type * as z from 'zod/mini';

export type School = z.infer<typeof SchoolProgress>;

export const SCHOOL_SORTS = ['name', 'submitted', 'drafts', 'pupils', 'waiting'] as const;
export type SchoolSort = (typeof SCHOOL_SORTS)[number];
export type SchoolFilter = {
  readonly search: string;
  readonly commune: string;
  readonly sort: SchoolSort;
};

const collator = new Intl.Collator('vi', { numeric: true });

/** Lower case without marks, so that "hung vuong" finds Hùng Vương. */
export function plainLetters(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

export function readSchoolFilter(search: URLSearchParams): SchoolFilter {
  return {
    search: search.get('tim') ?? '',
    commune: search.get('xa') ?? '',
    sort: SCHOOL_SORTS.find((sort) => sort === search.get('xep')) ?? 'name',
  };
}

/** The filter as the address keeps it: what is as at first is left out. */
export function writeSchoolFilter(filter: SchoolFilter): Record<string, string> {
  return {
    ...(filter.search === '' ? {} : { tim: filter.search }),
    ...(filter.commune === '' ? {} : { xa: filter.commune }),
    ...(filter.sort === 'name' ? {} : { xep: filter.sort }),
  };
}

export function communesOf(schools: readonly School[]): string[] {
  return [...new Set(schools.map(({ communeName }) => communeName))].toSorted(collator.compare);
}

const NUMBERS: Readonly<Record<Exclude<SchoolSort, 'name'>, (school: School) => number>> = {
  submitted: (school) => school.submittedCount,
  drafts: (school) => school.draftCount,
  pupils: (school) => school.pupilCount,
  // Schools that have handed in least come first: those are the ones to call.
  waiting: (school) => -school.submittedCount,
};

/** Schools that fit, by name or by the largest number first; equal numbers by name. */
export function showSchools(schools: readonly School[], filter: SchoolFilter): School[] {
  const wanted = plainLetters(filter.search.trim());
  const number = filter.sort === 'name' ? () => 0 : NUMBERS[filter.sort];
  return schools
    .filter(
      (school) =>
        (filter.commune === '' || school.communeName === filter.commune) &&
        plainLetters(`${school.schoolName} ${school.communeName}`).includes(wanted),
    )
    .toSorted((a, b) => number(b) - number(a) || collator.compare(a.schoolName, b.schoolName));
}
