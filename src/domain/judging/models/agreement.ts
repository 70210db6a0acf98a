import { ICC_FORMS, intraclass, type Icc, type IccForm } from './intraclass.ts';
import { krippendorffAlpha, type AlphaLevel } from './krippendorff.ts';
import type { Rating } from './rating-table.ts';
import { sheetTotals } from './sheet-totals.ts';

export type Agreement = {
  readonly icc: Readonly<Record<IccForm, Icc | null>>;
  readonly alpha: Readonly<Record<AlphaLevel, number | null>>;
};

/**
 * How far judges agree on sheet totals. The intraclass correlations need every judge's sheet for
 * every entry and are null otherwise; alpha takes what there is.
 */
export function agreementOf(ratings: readonly Rating[]): Agreement {
  const { entries, judges, totals } = sheetTotals(ratings);
  const perEntry = entries.map((entry) => [...(totals.get(entry)?.values() ?? [])]);
  const isComplete = perEntry.every((scores) => scores.length === judges.length);
  const matrix = entries.map((entry) =>
    judges.map((judge) => totals.get(entry)?.get(judge) ?? Number.NaN),
  );
  return {
    icc: isComplete ? intraclass(matrix) : NO_ICC,
    alpha: krippendorffAlpha(perEntry),
  };
}

const NO_ICC = Object.fromEntries(ICC_FORMS.map((form) => [form, null])) as Record<IccForm, null>;
