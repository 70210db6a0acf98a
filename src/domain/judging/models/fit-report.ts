import { fitAdditive } from './additive.ts';
import { countComponents } from './connectivity.ts';
import { gateReason, type GateReason } from './gate.ts';
import { fitManyFacet, type RaschElement, type RaschStep } from './many-facet.ts';
import { fitMixed, type MixedFit } from './mixed.ts';
import {
  sheetsPerJudge,
  tableOf,
  type Facet,
  type Rating,
  type RatingTable,
} from './rating-table.ts';
import { meanOf, rawMeans } from './raw-mean.ts';

export const MODELS = ['raw', 'additive', 'mixed', 'mfrm'] as const;
export type Model = (typeof MODELS)[number];

type Diagnosis = Omit<RaschElement, 'se'>;

export type EntryResult = {
  readonly id: string;
  /** Ratings. */
  readonly n: number;
  /** Mean of the ratings. */
  readonly raw: number;
  readonly adjusted: number | null;
  readonly se: number | null;
} & Diagnosis;

export type SourceResult = {
  readonly id: string;
  readonly n: number;
  /** Points; a positive effect is lenient. */
  readonly effect: number | null;
  readonly se: number | null;
} & Diagnosis;

/**
 * What a model makes of the ratings. The same keys for every model, null where one does not apply.
 * In mfrm `se` belongs to `measure`, in logits; in the others to the effect, in points.
 */
export type FitReport = {
  readonly model: Model;
  readonly n: number;
  readonly connected: boolean;
  readonly components: number;
  readonly decides: 'raw' | 'adjusted';
  readonly reason: GateReason | null;
  readonly grandMean: number | null;
  readonly variance: Readonly<Record<'entry' | 'judge' | 'criterion' | 'residual', number | null>>;
  readonly reml: number | null;
  readonly logLik: number | null;
  readonly steps: readonly RaschStep[] | null;
  readonly entries: readonly EntryResult[];
  readonly judges: readonly SourceResult[];
  readonly criteria: readonly SourceResult[];
};

/** What one model adds to raw means. */
type Fitted = Pick<FitReport, 'grandMean' | 'variance' | 'reml' | 'logLik' | 'steps'> & {
  /** Entries, judges, criteria; an absent facet has no numbers. */
  readonly facets: readonly (readonly Numbers[])[];
};

type Numbers = Partial<Omit<SourceResult, 'id' | 'n'>> & { readonly adjusted?: number | null };

const NO_VARIANCE = { entry: null, judge: null, criterion: null, residual: null };
const NOTHING: Fitted = {
  grandMean: null,
  variance: NO_VARIANCE,
  reml: null,
  logLik: null,
  steps: null,
  facets: [],
};
const NO_NUMBERS = {
  se: null,
  measure: null,
  infit: null,
  infitZ: null,
  outfit: null,
  outfitZ: null,
  fairAverage: null,
} as const;

/**
 * Fits a model and says which number decides: `adjusted` when the gate is open, `raw` with the
 * reason otherwise. At least one rating is expected. What the ratings do not determine is null:
 * everything of the additive model, and the measures of mfrm, when the graph is disconnected.
 */
export function fitRatings(ratings: readonly Rating[], model: Model): FitReport {
  const table = tableOf(ratings);
  const components = countComponents(table);
  const mixed = onDemand(() => fitMixed(table));
  const fitted = fit(table, model, components === 1, mixed);
  const reason =
    model === 'raw'
      ? null
      : (gateReason({
          components,
          sheetsPerJudge: sheetsPerJudge(table),
          judgeVariance: () => mixed()?.facets[1]?.variance ?? null,
        }) ?? (fitted === null ? 'not-estimable' : null));
  const { facets, ...summary } = fitted ?? NOTHING;
  const { entry, judge, criterion, score } = table;
  const raw = rawMeans(entry, score);
  return {
    model,
    n: score.length,
    connected: components === 1,
    components,
    decides: model !== 'raw' && reason === null ? 'adjusted' : 'raw',
    reason,
    ...summary,
    entries: entry.ids.map((id, level) => {
      const { effect: _, ...numbers } = facets[0]?.[level] ?? {};
      return {
        id,
        n: entry.count[level]!,
        raw: raw[level]!,
        adjusted: null,
        ...NO_NUMBERS,
        ...numbers,
      };
    }),
    judges: sources(judge, facets[1]),
    criteria: criterion === null ? [] : sources(criterion, facets[2]),
  };
}

function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function sources(facet: Facet, numbers: readonly Numbers[] | undefined): SourceResult[] {
  return facet.ids.map((id, level) => ({
    id,
    n: facet.count[level]!,
    effect: null,
    ...NO_NUMBERS,
    ...numbers?.[level],
  }));
}

function fit(
  table: RatingTable,
  model: Model,
  isConnected: boolean,
  mixed: () => MixedFit | null,
): Fitted | null {
  switch (model) {
    case 'raw':
      return { ...NOTHING, grandMean: meanOf(table.score) };
    case 'additive':
      return additive(table);
    case 'mixed':
      return fromMixed(mixed());
    case 'mfrm':
      return manyFacet(table, isConnected);
  }
}

const withAdjusted = (grandMean: number, entries: readonly Numbers[]) =>
  entries.map((entry) => ({ ...entry, adjusted: grandMean + (entry.effect ?? 0) }));

function additive(table: RatingTable): Fitted | null {
  const fitted = fitAdditive(table);
  if (fitted === null) return null;
  const { grandMean, residualVariance, logLik } = fitted;
  const [entries = [], ...others] = fitted.facets.map(({ effect, se }) =>
    Array.from(effect, (value, level) => ({ effect: value, se: se?.[level] ?? null })),
  );
  return {
    ...NOTHING,
    grandMean,
    variance: { ...NO_VARIANCE, residual: residualVariance },
    logLik,
    facets: [withAdjusted(grandMean, entries), ...others],
  };
}

function fromMixed(fitted: MixedFit | null): Fitted | null {
  if (fitted === null) return null;
  const { grandMean, residualVariance, reml, facets } = fitted;
  const [entries = [], ...others] = facets.map(({ effect, se }) =>
    Array.from(effect, (value, level) => ({ effect: value, se: se[level]! })),
  );
  return {
    ...NOTHING,
    grandMean,
    variance: {
      entry: facets[0]!.variance,
      judge: facets[1]!.variance,
      criterion: facets[2]?.variance ?? null,
      residual: residualVariance,
    },
    reml,
    logLik: reml === null ? null : -reml / 2,
    facets: [withAdjusted(grandMean, entries), ...others],
  };
}

function manyFacet(table: RatingTable, isConnected: boolean): Fitted | null {
  const fitted = fitManyFacet(table);
  if (fitted === null) return null;
  // Parts that share neither entry nor judge have no common origin.
  const placeless = isConnected ? {} : { measure: null, se: null, fairAverage: null };
  const facets = fitted.facets.map((part) => part.map((element) => ({ ...element, ...placeless })));
  const [entries = [], ...others] = facets;
  return {
    ...NOTHING,
    logLik: fitted.logLik,
    steps: fitted.steps,
    facets: [entries.map((entry) => ({ ...entry, adjusted: entry.fairAverage })), ...others],
  };
}
