/** The bands in which the public sees an author's age, years. */
export type AgeBand = '6-8' | '9-12' | '13-18';

export function ageBandOf(ageYears: number): AgeBand {
  if (ageYears <= 8) return '6-8';
  return ageYears <= 12 ? '9-12' : '13-18';
}
