import type { PupilRow } from '@contract/classroom.ts';
import { slipMissing } from './consent-state.ts';

/** What the page's address says after `?loc=`. */
export const FILTERS = {
  all: '',
  'not-submitted': 'chua-nop',
  submitted: 'da-nop',
  'consent-missing': 'thieu-phieu',
} as const;
export type Filter = keyof typeof FILTERS;
export const FILTER_NAMES = Object.keys(FILTERS) as readonly Filter[];

/** The filter an address names; everybody when it names none we know. */
export function filterOf(inAddress: string | null): Filter {
  return FILTER_NAMES.find((name) => FILTERS[name] === inAddress) ?? 'all';
}

const PASSES: Readonly<Record<Filter, (pupil: PupilRow) => boolean>> = {
  all: () => true,
  'not-submitted': (pupil) => pupil.work !== 'submitted',
  submitted: (pupil) => pupil.work === 'submitted',
  'consent-missing': slipMissing,
};

export function filtered(pupils: readonly PupilRow[], filter: Filter): PupilRow[] {
  return pupils.filter(PASSES[filter]);
}
