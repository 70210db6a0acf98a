import type { Edition } from '@domain/contest/edition.ts';
import { decideResult, type Result } from '@domain/judging/results/decide-result.ts';
import { type Chances, prizeChances } from '@domain/judging/results/prize-chances.ts';
import { scoreEntries } from '@domain/judging/results/entry-scores.ts';
import { type Band, uncertainBands } from '@domain/judging/results/uncertain-bands.ts';
import { sheetTotals } from '@domain/judging/models/sheet-totals.ts';
import type { RoundResult } from './round-result.ts';

export type DivisionOutlook = {
  readonly chances: ReadonlyMap<string, Chances>;
  readonly bands: readonly Band[];
};

/** The result of a round as it stands, and by division how sure it is by the scores alone. */
export function outlookOf(
  { task }: RoundResult,
  { settings }: Pick<Edition, 'settings'>,
): { result: Result; outlooks: ReadonlyMap<string, DivisionOutlook> } {
  const result = decideResult(task);
  // A final changes places, not how sure the scores were: bands are those before any final.
  const byScore = decideResult({ ...task, finals: [], changes: [] });
  const divisionOf = new Map(task.entries.map(({ code, divisionId }) => [code, divisionId]));
  const outlooks = new Map(
    byScore.divisions.map((division, index): [string, DivisionOutlook] => {
      const { prizes } = task.rules.divisions[index]!;
      const own = task.scores.filter(({ entry }) => divisionOf.get(entry) === division.id);
      const totals = [...sheetTotals(own).totals].flatMap(([entry, sheets]) =>
        [...sheets].map(([judge, score]) => ({ entry, judge, criterion: null, score })),
      );
      const scores = totals.length === 0 ? [] : scoreEntries(totals, task.rules.decides).scores;
      const chances = prizeChances(scores, prizes, task.seed);
      const order = division.rows.map(({ entry }) => entry);
      const bands = uncertainBands(order, chances, prizes, settings.judging.pairsFrom);
      return [division.id, { chances: new Map(chances.map((line) => [line.entry, line])), bands }];
    }),
  );
  return { result, outlooks };
}
