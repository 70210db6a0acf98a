import { fitManyFacet } from '../models/many-facet.ts';
import { fitMixed } from '../models/mixed.ts';
import { tableOf } from '../models/rating-table.ts';
import { rescaled } from '../models/rescale.ts';
import { medianOf } from './entry-order.ts';
import { round4 } from './entry-scores.ts';

/** A submitted sheet, with what is known of how it came to be. */
export type FlagSheet = {
  readonly judge: string;
  readonly entry: string;
  readonly points: ReadonlyMap<string, number>;
  /** Time at work on the sheet; null where it was not recorded. */
  readonly seconds: number | null;
  /** The entry comes from the judge's own unit; null where either is unknown. */
  readonly ownUnit: boolean | null;
};

export type FlagCriterion = { readonly code: string; readonly max: number };

export const FLAG_KINDS = ['severity', 'misfit', 'central', 'halo', 'haste', 'own-unit'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export type JudgeFlag = {
  readonly kind: FlagKind;
  readonly judge: string;
  /** What was seen, in the unit of the kind, and what it was held against. */
  readonly value: number;
  readonly limit: number;
  /** Sheets it was seen in. */
  readonly sheets: number;
};

/** Fewer sheets say too little of a judge. */
const LEAST_SHEETS = 8;
const LEAST_OWN_SHEETS = 3;
/** Severity that matters: a share of full marks. */
const LARGE_SHARE = 0.05;
/** Mean squares from here on distort (Linacre); a standardised value beyond 2 is not by chance. */
const MISFIT = 1.5;
const SURPRISE = 2;
/** Less than half of what is usual among the judges. */
const HALF = 0.5;
/** Less than a third of the usual time. */
const THIRD = 1 / 3;
/** Levels on which criteria of different full marks are compared. */
const LEVELS = 11;

/**
 * Things about a judge that a person should look at; nothing is ever removed for a flag, and no
 * flag proves a fault.
 *
 * - `severity`: predicted effect in points (positive: lenient) of the mixed model on sheet totals,
 *   at least 5 % of full marks and 1.96 standard errors from 0;
 * - `misfit`: infit or outfit mean square of the many-facet model (criteria on 11 levels) over 1.5
 *   with a standardised value over 2: scores that do not follow the others' order;
 * - `central`: standard deviation of the judge's totals, under half of the median judge's;
 * - `halo`: mean over sheets of the standard deviation of the criteria's shares of full marks,
 *   under half of the median judge's: every criterion gets the same;
 * - `haste`: median seconds per sheet, under a third of the median of all timed sheets;
 * - `own-unit`: mean residual (total − entry − judge effect, points) of entries from the judge's
 *   own unit, above 0 by 1.96 standard errors: better marks for one's own.
 */
export function flagJudges(
  sheets: readonly FlagSheet[],
  criteria: readonly FlagCriterion[],
): JudgeFlag[] {
  const totals = sheets.map(({ judge, entry, points }) => ({
    judge,
    entry,
    criterion: null,
    score: [...points.values()].reduce((sum, given) => sum + given, 0),
  }));
  if (new Set(totals.map(({ judge }) => judge)).size < 2) return [];
  const table = tableOf(totals);
  const mixed = fitMixed(table);
  const full = criteria.reduce((sum, { max }) => sum + max, 0);
  const byJudge = new Map<string, number[]>();
  for (const [index, { judge }] of sheets.entries()) {
    byJudge.set(judge, [...(byJudge.get(judge) ?? []), index]);
  }
  const flags: JudgeFlag[] = [];
  const raise = (kind: FlagKind, judge: string, value: number, limit: number, count?: number) =>
    flags.push({
      kind,
      judge,
      value: round4(value),
      limit: round4(limit),
      sheets: count ?? byJudge.get(judge)!.length,
    });

  if (mixed !== null) {
    const judges = mixed.facets[1]!;
    for (const [level, judge] of table.judge.ids.entries()) {
      const effect = judges.effect[level]!;
      const large = Math.max(LARGE_SHARE * full, 1.96 * judges.se[level]!);
      if (Math.abs(effect) >= large && enough(byJudge, judge)) {
        raise('severity', judge, effect, large);
      }
    }
    const entryAt = new Map(table.entry.ids.map((id, level) => [id, level]));
    const judgeAt = new Map(table.judge.ids.map((id, level) => [id, level]));
    for (const [judge, own] of byJudge) {
      const residuals = own.flatMap((index) => {
        if (sheets[index]!.ownUnit !== true) return [];
        const entry = mixed.facets[0]!.effect[entryAt.get(sheets[index]!.entry)!]!;
        const effect = judges.effect[judgeAt.get(judge)!]!;
        return [totals[index]!.score - mixed.grandMean - entry - effect];
      });
      if (residuals.length < LEAST_OWN_SHEETS) continue;
      const limit = 1.96 * Math.sqrt(mixed.residualVariance / residuals.length);
      if (meanOf(residuals) > limit) {
        raise('own-unit', judge, meanOf(residuals), limit, residuals.length);
      }
    }
  }
  for (const { judge, value } of misfits(sheets, criteria)) {
    if (enough(byJudge, judge)) raise('misfit', judge, value, MISFIT);
  }
  const spreads = measured(byJudge, (own) => deviationOf(own.map((index) => totals[index]!.score)));
  const halos = measured(byJudge, (own) =>
    meanOf(own.map((index) => deviationOf(sharesOf(sheets[index]!, criteria)))),
  );
  for (const [kind, values] of [
    ['central', spreads],
    ['halo', criteria.length > 1 ? halos : []],
  ] as const) {
    const limit = HALF * medianOf(values.map(({ value }) => value));
    for (const { judge, value } of values) {
      if (values.length >= 3 && value < limit) raise(kind, judge, value, limit);
    }
  }
  const times = sheets.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  const usual = THIRD * medianOf(times);
  for (const [judge, own] of byJudge) {
    const timed = own.flatMap((index) => sheets[index]!.seconds ?? []);
    if (timed.length >= LEAST_SHEETS && medianOf(timed) < usual) {
      raise('haste', judge, medianOf(timed), usual, timed.length);
    }
  }
  return flags.toSorted(
    (a, b) =>
      FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind) || (a.judge < b.judge ? -1 : 1),
  );
}

const enough = (byJudge: ReadonlyMap<string, readonly number[]>, judge: string) =>
  byJudge.get(judge)!.length >= LEAST_SHEETS;

function measured(
  byJudge: ReadonlyMap<string, readonly number[]>,
  measure: (own: readonly number[]) => number,
): { judge: string; value: number }[] {
  return [...byJudge].flatMap(([judge, own]) =>
    own.length >= LEAST_SHEETS ? [{ judge, value: measure(own) }] : [],
  );
}

function misfits(
  sheets: readonly FlagSheet[],
  criteria: readonly FlagCriterion[],
): { judge: string; value: number }[] {
  const maxOf = new Map(criteria.map(({ code, max }) => [code, max]));
  const marked = sheets.flatMap(({ judge, entry, points }) =>
    [...points].map(([criterion, score]) => ({
      judge,
      entry,
      criterion,
      score,
      max: maxOf.get(criterion) ?? null,
    })),
  );
  const table = tableOf(rescaled(marked, LEVELS));
  const fit = fitManyFacet(table);
  if (fit === null) return [];
  return table.judge.ids.flatMap((judge, level) => {
    const { infit, infitZ, outfit, outfitZ } = fit.facets[1]![level]!;
    const worst = [
      { value: infit, z: infitZ },
      { value: outfit, z: outfitZ },
    ].flatMap(({ value, z }) =>
      value !== null && z !== null && value > MISFIT && z > SURPRISE ? [value] : [],
    );
    return worst.length === 0 ? [] : [{ judge, value: Math.max(...worst) }];
  });
}

function sharesOf({ points }: FlagSheet, criteria: readonly FlagCriterion[]): number[] {
  return criteria.map(({ code, max }) => (points.get(code) ?? 0) / max);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation with n − 1; 0 of fewer than two values. */
function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
