import { fQuantile } from './f-distribution.ts';

export const ICC_FORMS = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
export type IccForm = (typeof ICC_FORMS)[number];

/** A coefficient with its 95 % interval. */
export type Icc = { readonly value: number; readonly low: number; readonly high: number };

const UPPER = 0.975;

/**
 * The six intraclass correlations of Shrout & Fleiss 1979 with intervals (McGraw & Wong 1996):
 * one-way, two-way random and two-way fixed judges; for a single judge and for the mean of k.
 * `scores[entry][judge]` must be complete; null below 2 × 2, or where the scores leave a
 * coefficient undefined (no variation at all, or none beside the effects).
 */
export function intraclass(
  scores: readonly (readonly number[])[],
): Readonly<Record<IccForm, Icc | null>> {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  if (n < 2 || k < 2) return everyForm(() => null);
  const squares = meanSquares(scores, n, k);
  const { entries, judges, within, residual } = squares;
  const dfResidual = (n - 1) * (k - 1);

  const oneWay = varianceRatioForms(entries / within, n - 1, n * (k - 1), k);
  const fixed = varianceRatioForms(entries / residual, n - 1, dfResidual, k);

  const single =
    (entries - residual) / (entries + (k - 1) * residual + (k * (judges - residual)) / n);
  const [low, high] = randomJudgesInterval(squares, single, n, k);
  const spearmanBrown = (r: number) => (k * r) / (1 + (k - 1) * r);
  const forms: Record<IccForm, Icc> = {
    '1,1': oneWay.single,
    '2,1': { value: single, low, high },
    '3,1': fixed.single,
    '1,k': oneWay.average,
    '2,k': {
      value: (entries - residual) / (entries + (judges - residual) / n),
      low: spearmanBrown(low),
      high: spearmanBrown(high),
    },
    '3,k': fixed.average,
  };
  return everyForm((form) => {
    const icc = forms[form];
    return [icc.value, icc.low, icc.high].every(Number.isFinite) ? icc : null;
  });
}

function everyForm(of: (form: IccForm) => Icc | null): Record<IccForm, Icc | null> {
  return {
    '1,1': of('1,1'),
    '2,1': of('2,1'),
    '3,1': of('3,1'),
    '1,k': of('1,k'),
    '2,k': of('2,k'),
    '3,k': of('3,k'),
  };
}

type MeanSquares = {
  readonly entries: number;
  readonly judges: number;
  readonly within: number;
  readonly residual: number;
};

function meanSquares(scores: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const ofEntries = scores.map(meanOf);
  const ofJudges = Array.from({ length: k }, (_, j) => meanOf(scores.map((row) => row[j]!)));
  const grand = meanOf(ofEntries);
  let residualSquares = 0;
  let total = 0;
  for (const [i, row] of scores.entries()) {
    for (const [j, score] of row.entries()) {
      residualSquares += (score - ofEntries[i]! - ofJudges[j]! + grand) ** 2;
      total += (score - grand) ** 2;
    }
  }
  // What rounding leaves of an exact 0.
  const clean = (value: number) => (value <= 1e-24 * total ? 0 : value);
  const spread = (means: readonly number[]) =>
    means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const residual = clean(residualSquares);
  const judgeSquares = clean(n * spread(ofJudges));
  return {
    entries: clean(k * spread(ofEntries)) / (n - 1),
    judges: judgeSquares / (k - 1),
    within: (judgeSquares + residual) / (n * (k - 1)),
    residual: residual / ((n - 1) * (k - 1)),
  };
}

/** Forms that depend on one F ratio, whose interval is that of F. */
function varianceRatioForms(f: number, df1: number, df2: number, k: number) {
  const low = f / fQuantile(UPPER, df1, df2);
  const high = f * fQuantile(UPPER, df2, df1);
  const single = (ratio: number) => (ratio === Infinity ? 1 : (ratio - 1) / (ratio + k - 1));
  const average = (ratio: number) => 1 - 1 / ratio;
  return {
    single: { value: single(f), low: single(low), high: single(high) },
    average: { value: average(f), low: average(low), high: average(high) },
  };
}

/** Interval of ICC(2,1), with Satterthwaite's degrees of freedom (McGraw & Wong 1996, table 7). */
function randomJudgesInterval(
  { entries, judges, residual }: MeanSquares,
  icc: number,
  n: number,
  k: number,
): [number, number] {
  if (judges === 0 && residual === 0) return [icc, icc];
  const f = judges / residual;
  const rest = n * (1 + (k - 1) * icc) - k * icc;
  const df =
    f === Infinity
      ? k - 1
      : ((k - 1) * (n - 1) * (k * icc * f + rest) ** 2) /
        ((n - 1) * k ** 2 * icc ** 2 * f ** 2 + rest ** 2);
  const upper = fQuantile(UPPER, n - 1, df);
  const lower = fQuantile(UPPER, df, n - 1);
  const others = k * judges + (k * n - k - n) * residual;
  return [
    (n * (entries - upper * residual)) / (upper * others + n * entries),
    (n * (lower * entries - residual)) / (others + n * lower * entries),
  ];
}
