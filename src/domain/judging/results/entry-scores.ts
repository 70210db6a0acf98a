import { fitRatings, type FitReport } from '../models/fit-report.ts';
import type { GateReason } from '../models/gate.ts';
import type { Rating } from '../models/rating-table.ts';

/** Half the width of a 95 % interval, in standard errors. */
const Z95 = 1.959964;

export type EntryScore = {
  readonly entry: string;
  /** Submitted sheets. */
  readonly sheets: number;
  /** Mean of the sheet totals, points. */
  readonly raw: number;
  /** Points, corrected for severity; null where the gate does not offer it. */
  readonly adjusted: number | null;
  /** The number that decides: one of the two above. */
  readonly score: number;
  /** 95 % interval of `score`; null where nothing tells how uncertain it is. */
  readonly low: number | null;
  readonly high: number | null;
  /** Of `score`, points. */
  readonly se: number | null;
};

export type ScoredDivision = {
  readonly decides: 'raw' | 'adjusted';
  /** `declared`: the edition chose raw means; else why the adjusted score is not offered. */
  readonly reason: GateReason | 'declared' | null;
  readonly fit: FitReport;
  readonly scores: readonly EntryScore[];
};

/** Machines agree on four decimals: everything is rounded so before it is compared or hashed. */
export function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/**
 * Scores of the entries of one division, from the totals of their sheets: raw mean, and the
 * prediction of the mixed model (`fitMixed`) where the gate is open. The interval of an adjusted
 * score is prediction ± 1.96 · conditional standard deviation; that of a raw mean is
 * mean ± 1.96 · s/√n with s² = Σ(total − own mean)² / (sheets − entries), the spread of judges
 * within entries. At least one total is expected.
 */
export function scoreEntries(
  totals: readonly Rating[],
  declared: 'raw' | 'adjusted',
): ScoredDivision {
  const fit = fitRatings(totals, 'mixed');
  const offered = fit.decides === 'adjusted';
  const decides = offered && declared === 'adjusted' ? 'adjusted' : 'raw';
  const spread = spreadWithin(totals, fit);
  const scores = fit.entries.map((entry): EntryScore => {
    const raw = round4(entry.raw);
    const adjusted = offered && entry.adjusted !== null ? round4(entry.adjusted) : null;
    const se =
      decides === 'adjusted' ? entry.se : spread === null ? null : spread / Math.sqrt(entry.n);
    const score = decides === 'adjusted' && adjusted !== null ? adjusted : raw;
    return {
      entry: entry.id,
      sheets: entry.n,
      raw,
      adjusted,
      score,
      low: se === null ? null : round4(score - Z95 * se),
      high: se === null ? null : round4(score + Z95 * se),
      se: se === null ? null : round4(se),
    };
  });
  return {
    decides,
    reason: fit.reason ?? (declared === 'raw' ? 'declared' : null),
    fit,
    scores,
  };
}

function spreadWithin(totals: readonly Rating[], fit: FitReport): number | null {
  const free = totals.length - fit.entries.length;
  if (free <= 0) return null;
  const meanOf = new Map(fit.entries.map(({ id, raw }) => [id, raw]));
  const squares = totals.reduce(
    (sum, { entry, score }) => sum + (score - meanOf.get(entry)!) ** 2,
    0,
  );
  return Math.sqrt(squares / free);
}
