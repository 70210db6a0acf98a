import { fitStatistics } from './rasch-fit-statistics.ts';
import { meanOf } from './raw-mean.ts';
import { estimateRasch, logitOf } from './rasch-newton.ts';
import { raschObservations, type RaschObservations } from './rasch-observations.ts';
import type { RatingTable } from './rating-table.ts';
import { momentsAt, momentsFor } from './rating-scale.ts';

export type RaschElement = {
  /** Logits: better entry, more severe judge, harder criterion. Null when nothing bounds it. */
  readonly measure: number | null;
  readonly se: number | null;
  /** Mean squares around 1 and their standardised values; null for extreme scores. */
  readonly infit: number | null;
  readonly infitZ: number | null;
  readonly outfit: number | null;
  readonly outfitZ: number | null;
  /** Expected score, on the scale of the ratings, with the other facets at their mean measures. */
  readonly fairAverage: number | null;
};

export type RaschStep = {
  readonly category: number;
  readonly measure: number;
  readonly se: number;
};

export type ManyFacetFit = {
  /** Entries, judges and, where named, criteria. */
  readonly facets: readonly (readonly RaschElement[])[];
  /** One for each received score but the lowest. */
  readonly steps: readonly RaschStep[];
  readonly logLik: number;
};

/** Score points by which an extreme score is drawn in, so that its measure is finite (Facets). */
const EXTREME_ADJUSTMENT = 0.3;
const ENTRY = 0;
const JUDGE = 1;

/**
 * Many-facet rating-scale Rasch model (Linacre 1989; Andrich 1978),
 * log(P_k / P_k−1) = entry − criterion − judge − step_k, by joint maximum likelihood. Entries,
 * criteria and steps are centred on 0, judges are not; `se` is 1/√information with all else held.
 * Categories are the scores somebody received. Ids with extreme scores are measured afterwards,
 * 0.3 points inside the extreme, and have no fit. Null when the likelihood has no finite maximum.
 *
 * Joint estimates are biased outwards when elements are few: a diagnosis, not a verdict.
 */
export function fitManyFacet(table: RatingTable): ManyFacetFit | null {
  const observations = raschObservations(table);
  const estimates = estimateRasch(observations);
  if (estimates === null) return null;
  const { steps, logLik } = estimates;
  const raises = estimates.measures.map((part) => part.slice());
  measureExtremes(observations, raises, steps);
  centre(raises, steps);
  const statistics = fitStatistics(observations, raises, steps);
  const means = raises.map((part) => meanOf(part.filter(Number.isFinite)));
  const fair = (index: number, raise: number) => {
    const others = means.reduce((sum, mean, at) => (at === index ? sum : sum + mean), 0);
    return expectedLabel(observations.labels, raise + others, steps);
  };
  return {
    facets: raises.map((part, index) =>
      Array.from(part, (raise, level) => {
        if (!Number.isFinite(raise)) return UNKNOWN;
        const { information, ...fit } = statistics.facets[index]![level]!;
        return {
          measure: index === ENTRY ? raise : -raise,
          se: 1 / Math.sqrt(information),
          ...fit,
          fairAverage: fair(index, raise),
        };
      }),
    ),
    steps: Array.from(steps, (measure, k) => ({
      category: observations.labels[k + 1]!,
      measure,
      se: 1 / Math.sqrt(statistics.stepInformation[k]!),
    })),
    logLik,
  };
}

const UNKNOWN: RaschElement = {
  measure: null,
  se: null,
  infit: null,
  infitZ: null,
  outfit: null,
  outfitZ: null,
  fairAverage: null,
};

/**
 * Extreme ids one by one, the others held: the logit at which the expected score is 0.3 inside.
 * NaN where all its scores come from ids that are extreme themselves.
 */
function measureExtremes(
  { facets, extreme, category, labels }: RaschObservations,
  raises: readonly Float64Array[],
  steps: Float64Array,
): void {
  const rowsOf = facets.map((facet) => facet.ids.map((): number[] => []));
  for (let row = 0; row < category.length; row += 1) {
    const extremes = facets.flatMap((facet, index) =>
      extreme[index]![facet.of[row]!] === 1 ? [index] : [],
    );
    const only = extremes[0];
    if (only === undefined || extremes.length > 1) continue;
    rowsOf[only]![facets[only]!.of[row]!]!.push(row);
  }
  const moments = momentsFor(labels.length);
  for (const [index, flags] of extreme.entries()) {
    for (const [level, flag] of flags.entries()) {
      if (flag !== 1) continue;
      const rows = rowsOf[index]![level]!;
      const isTop = rows.some((row) => category[row]! > 0);
      const target = isTop
        ? rows.length * (labels.length - 1) - EXTREME_ADJUSTMENT
        : EXTREME_ADJUSTMENT;
      raises[index]![level] = 0;
      const others = rows.map((row) => logitOf(facets, raises, row));
      const expectedAt = (raise: number) =>
        others.reduce((sum, other) => {
          momentsAt(moments, raise + other, steps);
          return sum + moments.expected;
        }, 0);
      raises[index]![level] = rows.length === 0 ? NaN : rootOf(expectedAt, target);
    }
  }
}

/** Where an increasing function takes a value, by bisection over logits. */
function rootOf(increasing: (logit: number) => number, target: number): number {
  let low = -100;
  let high = 100;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (increasing(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Moves every origin into the judges, the one facet that is not centred. */
function centre(raises: readonly Float64Array[], steps: Float64Array): void {
  const judges = raises[JUDGE]!;
  const shift = (values: Float64Array, by: number) => {
    for (let k = 0; k < values.length; k += 1) values[k]! += by;
  };
  for (const [index, part] of raises.entries()) {
    if (index === JUDGE) continue;
    const mean = meanOf(part.filter(Number.isFinite));
    shift(part, -mean);
    shift(judges, mean);
  }
  const meanStep = meanOf(steps);
  shift(steps, -meanStep);
  shift(judges, -meanStep);
}

function expectedLabel(labels: readonly number[], logit: number, steps: Float64Array): number {
  const moments = momentsFor(labels.length);
  momentsAt(moments, logit, steps);
  return labels.reduce((sum, label, x) => sum + label * moments.probability[x]!, 0);
}
