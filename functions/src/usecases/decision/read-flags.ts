import type { readFlags as contract } from '@contract/decision.ts';
import type { AnswerOf } from '@contract/route.ts';
import { agreementOf } from '@domain/judging/models/agreement.ts';
import { fitRatings } from '@domain/judging/models/fit-report.ts';
import { type FlagSheet, flagJudges } from '@domain/judging/results/judge-flags.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { listOwnUnits } from '@server/store/queries/own-units.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from '@server/usecases/organiser/running-edition.ts';
import { gatherRound, type RoundResult } from './round-result.ts';

type Flags = AnswerOf<typeof contract>;

/** How far the judges agree on sheet totals, and flags about single judges for a person to weigh. */
export async function readFlags({ db }: Pick<Deps, 'db'>, caller: Caller): Promise<Flags> {
  caller.allow({});
  const edition = await runningEdition(db);
  const round = await gatherRound(db, edition);
  const ownUnits = await listOwnUnits(db, edition.id);
  const sheets = sheetsOf(round, ownUnits);
  const nameOf = new Map(round.judges.map(({ code, name }) => [code, name]));
  const criteria = round.criteria.map(({ code, maxPoints }) => ({ code, max: maxPoints }));
  const totals = sheets.map(({ judge, entry, points }) => ({
    judge,
    entry,
    criterion: null,
    score: [...points.values()].reduce((sum, given) => sum + given, 0),
  }));
  const enough = round.judges.length >= 2;
  const agreement = enough ? agreementOf(totals) : null;
  return {
    judges: round.judges.length,
    sheets: sheets.length,
    alpha: agreement?.alpha.interval ?? null,
    icc: {
      single: agreement?.icc['2,1'] ?? null,
      average: agreement?.icc['2,k'] ?? null,
    },
    reliability: enough ? reliabilityOf(totals) : null,
    flags: flagJudges(sheets, criteria).map(({ judge, ...flag }) => ({
      ...flag,
      judgeName: nameOf.get(judge) ?? judge,
    })),
  };
}

/** 1 − mean squared standard error of the entries' predictions / variance of entries. */
function reliabilityOf(totals: Parameters<typeof fitRatings>[0]): number | null {
  const { entries, variance } = fitRatings(totals, 'mixed');
  if (variance.entry === null || variance.entry === 0) return null;
  const errors = entries.map(({ se }) => (se ?? 0) ** 2);
  const mean = errors.reduce((sum, value) => sum + value, 0) / errors.length;
  return Math.max(0, 1 - mean / variance.entry);
}

function sheetsOf(
  { lines, entries, judges, criteria }: RoundResult,
  ownUnits: ReadonlySet<string>,
): FlagSheet[] {
  const entryCode = new Map(entries.map(({ id, blindCode }) => [id, blindCode]));
  const judgeCode = new Map(judges.map(({ id, code }) => [id, code]));
  const criterionCode = new Map(criteria.map(({ id, code }) => [id, code]));
  const sheets = new Map<Id, FlagSheet & { points: Map<string, number> }>();
  for (const { sheetId, entryId, judgeId, criterionId, points, activeMs } of lines) {
    const sheet = sheets.get(sheetId) ?? {
      judge: judgeCode.get(judgeId)!,
      entry: entryCode.get(entryId)!,
      points: new Map<string, number>(),
      seconds: activeMs === null ? null : activeMs / 1000,
      ownUnit: ownUnits.has(`${judgeId} ${entryId}`),
    };
    sheet.points.set(criterionCode.get(criterionId)!, points);
    sheets.set(sheetId, sheet);
  }
  return [...sheets.values()];
}
