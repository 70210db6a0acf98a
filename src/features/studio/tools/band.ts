import type { AgeBand } from '@domain/contest/age-band.ts';

/** How much lies on the drawing table: a few large things, more, everything. */
export const BANDS = ['small', 'medium', 'large'] as const;
export type Band = (typeof BANDS)[number];

const OF_AGE: Readonly<Record<AgeBand, Band>> = {
  '6-8': 'small',
  '9-12': 'medium',
  '13-18': 'large',
};

export function bandOf(age: AgeBand): Band {
  return OF_AGE[age];
}

/** Whether what begins at `least` lies on the table of this band. */
export function hasIn(band: Band, least: Band): boolean {
  return BANDS.indexOf(band) >= BANDS.indexOf(least);
}
