import {
  finalStrengths,
  LEAST_RELIABILITY,
  type FinalStrengths,
} from '../pairs/final-strengths.ts';
import type { GateReason } from '../models/gate.ts';
import { sheetTotals } from '../models/sheet-totals.ts';
import { type Contender, type FinalLine, orderEntries } from './entry-order.ts';
import { type EntryScore, round4, scoreEntries } from './entry-scores.ts';
import { prizeLines } from './prize-chances.ts';
import type { BandFinal, ResultTask } from './result-task.ts';

export type ResultRow = Omit<EntryScore, 'se'> & {
  readonly rank: number;
  readonly brokenBy: string | null;
  /** Ability and standard error in the final it was in, logits. */
  readonly final: { readonly ability: number; readonly se: number } | null;
  /** What the rule proposes; null: no prize. */
  readonly proposed: string | null;
  /** What it is given: the proposal, or what the jury changed it to. */
  readonly prize: string | null;
  readonly reason: string | null;
};

export type FinalResult = {
  readonly entries: number;
  readonly planned: number;
  readonly judged: number;
  readonly reliability: number | null;
  /** Whether it put the band in order: judged in full and reliable enough. */
  readonly counts: boolean;
};

export type DivisionResult = {
  readonly id: string;
  readonly name: string;
  readonly decides: 'raw' | 'adjusted';
  readonly reason: GateReason | 'declared' | null;
  readonly grandMean: number | null;
  readonly variance: Readonly<Record<'entry' | 'judge' | 'residual', number | null>>;
  readonly finals: readonly FinalResult[];
  /** By rank. */
  readonly rows: readonly ResultRow[];
  /** Entries without a submitted sheet: they have no place. */
  readonly unjudged: readonly string[];
};

export type Result = { readonly divisions: readonly DivisionResult[] };

/** What computed the result: its numbers may change only together with the version. */
export const RESULT_MODEL = { name: 'mixed-reml', version: 1 } as const;

/**
 * The result of an edition: scores per division, order by score and tie-break chain, finals, prizes
 * by rank and as the jury changed them. Follows from the task alone and is the same on every
 * machine: numbers are rounded to four decimals before they are compared. Entries that share a rank
 * share the better prize.
 */
export function decideResult(task: ResultTask): Result {
  const changes = new Map(task.changes.map((change) => [change.entry, change]));
  return {
    divisions: task.rules.divisions.map((division) => {
      const entries = task.entries
        .filter(({ divisionId }) => divisionId === division.id)
        .map(({ code }) => code)
        .toSorted();
      const within = new Set(entries);
      const scores = task.scores.filter(({ entry }) => within.has(entry));
      const finals = task.finals.filter(({ divisionId }) => divisionId === division.id);
      const judged = judgedDivision(task, scores, finals);
      const lines = prizeLines(division.prizes);
      const rows = judged.rows.map((row): ResultRow => {
        const proposed = division.prizes[lines.findIndex((last) => row.rank <= last)]?.id ?? null;
        const change = changes.get(row.entry);
        return {
          ...row,
          proposed,
          prize: change ? change.prizeId : proposed,
          reason: change?.reason ?? null,
        };
      });
      const ranked = new Set(rows.map(({ entry }) => entry));
      return {
        id: division.id,
        name: division.name,
        ...judged,
        rows,
        unjudged: entries.filter((entry) => !ranked.has(entry)),
      };
    }),
  };
}

type Judged = Omit<DivisionResult, 'id' | 'name' | 'rows' | 'unjudged'> & {
  readonly rows: readonly Omit<ResultRow, 'proposed' | 'prize' | 'reason'>[];
};

function judgedDivision(
  { rules, seed }: ResultTask,
  scores: ResultTask['scores'],
  finals: readonly BandFinal[],
): Judged {
  const byEntry = sheetTotals(scores).totals;
  const totals = [...byEntry].flatMap(([entry, sheets]) =>
    [...sheets].map(([judge, score]) => ({ entry, judge, criterion: null, score })),
  );
  const strengths = finals.map(judgedFinal);
  const summary = strengths.map(({ summary: of }) => of);
  if (totals.length === 0) {
    const variance = { entry: null, judge: null, residual: null };
    return {
      decides: 'raw',
      reason: 'declared',
      grandMean: null,
      variance,
      finals: summary,
      rows: [],
    };
  }
  const scored = scoreEntries(totals, rules.decides);
  const means = criterionMeans(scores);
  const contenders = scored.scores.map((score): Contender => {
    const met = strengths.findIndex(({ abilities }) => abilities.has(score.entry));
    const own = strengths[met];
    return {
      entry: score.entry,
      score: score.score,
      totals: [...byEntry.get(score.entry)!.values()],
      criteria: means.get(score.entry) ?? new Map(),
      final: own
        ? {
            id: met,
            ability: own.abilities.get(score.entry)!.ability,
            counts: own.summary.counts,
          }
        : null,
    };
  });
  const scoreOf = new Map(scored.scores.map((score) => [score.entry, score]));
  const linesOf = (id: number) => finalLines(finals[id]!);
  const order = orderEntries(contenders, rules.tieBreak, seed, linesOf);
  const rows = order.map(({ entry, rank, brokenBy }) => {
    const { se: _, ...score } = scoreOf.get(entry)!;
    const own = strengths.find(({ abilities }) => abilities.has(entry));
    return { ...score, rank, brokenBy, final: own?.abilities.get(entry) ?? null };
  });
  const { grandMean, variance } = scored.fit;
  const rounded = (value: number | null) => (value === null ? null : round4(value));
  return {
    decides: scored.decides,
    reason: scored.reason,
    grandMean: rounded(grandMean),
    variance: {
      entry: rounded(variance.entry),
      judge: rounded(variance.judge),
      residual: rounded(variance.residual),
    },
    finals: summary,
    rows,
  };
}

function finalLines({ entries, lines }: BandFinal): FinalLine[] {
  return lines.map(({ above, from, to }) => ({
    above,
    sure: new Set(entries.slice(0, from)),
    open: new Set(entries.slice(from, to + 1)),
  }));
}

type JudgedFinal = {
  readonly summary: FinalResult;
  readonly abilities: ReadonlyMap<string, { readonly ability: number; readonly se: number }>;
};

function judgedFinal({ entries, preferences, planned }: BandFinal): JudgedFinal {
  const judged = preferences.length;
  const facts = { entries: entries.length, planned, judged };
  if (judged === 0) {
    return { summary: { ...facts, reliability: null, counts: false }, abilities: new Map() };
  }
  const fitted: FinalStrengths = finalStrengths(preferences);
  const counts =
    judged === planned &&
    fitted.reliability >= LEAST_RELIABILITY &&
    fitted.items.length === entries.length;
  return {
    summary: { ...facts, reliability: fitted.reliability, counts },
    abilities: new Map(fitted.items.map(({ id, ability, se }) => [id, { ability, se }])),
  };
}

/** Mean points by entry and criterion. */
function criterionMeans(scores: ResultTask['scores']): Map<string, Map<string, number>> {
  const sums = new Map<string, Map<string, { sum: number; count: number }>>();
  for (const { entry, criterion, score } of scores) {
    const own = sums.get(entry) ?? new Map<string, { sum: number; count: number }>();
    const so = own.get(criterion) ?? { sum: 0, count: 0 };
    own.set(criterion, { sum: so.sum + score, count: so.count + 1 });
    sums.set(entry, own);
  }
  return new Map(
    [...sums].map(([entry, own]) => [
      entry,
      new Map([...own].map(([code, { sum, count }]) => [code, sum / count])),
    ]),
  );
}
