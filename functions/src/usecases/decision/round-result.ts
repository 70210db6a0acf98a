import { ageInYears } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import type { Edition } from '@domain/contest/edition.ts';
import { divisionOf, prizesOf } from '@domain/contest/settings.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { ResultRules, ResultTask } from '@domain/judging/results/result-task.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';
import type { Db } from '@server/store/database.ts';
import { type Author, listAuthors } from '@server/store/queries/authors.ts';
import { listPrizeChanges, type PrizeChangeLine } from '@server/store/queries/decisions.ts';
import { listCriteria } from '@server/store/queries/editions.ts';
import { listCompetingEntries, type SubmittedEntry } from '@server/store/queries/entries.ts';
import { listFinals, type FinalRow } from '@server/store/queries/finals.ts';
import { listScores, type ScoreLine } from '@server/store/queries/scores.ts';

export type RoundEntry = SubmittedEntry & {
  readonly divisionId: string;
  readonly authors: readonly Author[];
};

export type RoundJudge = { readonly id: Id; readonly code: string; readonly name: string };

/** Everything a result of a round follows from, and who stands behind the codes in it. */
export type RoundResult = {
  readonly task: ResultTask;
  readonly entries: readonly RoundEntry[];
  readonly byCode: ReadonlyMap<string, RoundEntry>;
  /** Judges with a submitted sheet. */
  readonly judges: readonly RoundJudge[];
  readonly criteria: readonly (CriterionView & { readonly code: string })[];
  readonly lines: readonly ScoreLine[];
  readonly finals: readonly FinalRow[];
  /** Newest line of each entry whose prize was changed and not given back. */
  readonly changes: readonly PrizeChangeLine[];
};

/**
 * The seed of a round's lots and draws: of its id, so that it was settled before anybody judged and
 * nobody can choose it.
 */
export function roundSeed(roundId: Id): number {
  return Number.parseInt(sha256Hex(new TextEncoder().encode(roundId)).slice(0, 8), 16);
}

/**
 * Gathers a round as it stands. Entries go by their blind code, judges by GK01, GK02 … in the order
 * of their ids, criteria by C1, C2 … in the order of the rubric.
 */
export async function gatherRound(db: Db, edition: Edition): Promise<RoundResult> {
  const { round, settings } = edition;
  const submitted = await listCompetingEntries(db, edition.id);
  const authorsOf = await listAuthors(db, { editionId: edition.id }, ['gallery', 'print']);
  const criteria = (await listCriteria(db, edition.id)).map((criterion, index) => ({
    ...criterion,
    code: `C${index + 1}`,
  }));
  const lines = await listScores(db, round.id);
  const finals = await listFinals(db, round.id);
  const changes = newestChanges(await listPrizeChanges(db, round.id));
  const openedOn = vietnamDay(round.opensAt);
  const entries = submitted.map((entry): RoundEntry => {
    const authors = authorsOf.get(entry.id) ?? [];
    const ages = authors.map(({ birthDate }) => ageInYears(birthDate, openedOn));
    return { ...entry, authors, divisionId: divisionOf(settings, ages) };
  });
  const judges = [...new Map(lines.map(({ judgeId, judgeName }) => [judgeId, judgeName]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, name], index) => ({ id, name, code: `GK${String(index + 1).padStart(2, '0')}` }));
  const entryCode = new Map(entries.map(({ id, blindCode }) => [id, blindCode]));
  const judgeCode = new Map(judges.map(({ id, code }) => [id, code]));
  const criterionCode = new Map(criteria.map(({ id, code }) => [id, code]));
  const task: ResultTask = {
    rules: rulesOf(edition, criteria),
    entries: entries.map(({ blindCode, divisionId }) => ({ code: blindCode, divisionId })),
    scores: lines.map(({ entryId, judgeId, criterionId, points }) => ({
      entry: entryCode.get(entryId)!,
      judge: judgeCode.get(judgeId)!,
      criterion: criterionCode.get(criterionId)!,
      score: points,
    })),
    finals: finals.flatMap((final) => bandFinal(final, entryCode)),
    changes: changes.flatMap(({ entryId, prizeId, reason }) => {
      const entry = entryCode.get(entryId);
      return entry === undefined ? [] : [{ entry, prizeId, reason }];
    }),
    seed: roundSeed(round.id),
  };
  const byCode = new Map(entries.map((entry) => [entry.blindCode, entry]));
  return { task, entries, byCode, judges, criteria, lines, finals, changes };
}

/** The declared rules, criteria by code. */
function rulesOf(edition: Edition, criteria: RoundResult['criteria']): ResultRules {
  const { settings } = edition;
  const codeOf = new Map(criteria.map(({ id, code }) => [`criterion:${id}`, `criterion:${code}`]));
  const divisions =
    settings.divisions.length > 0 ? settings.divisions : [{ id: '', name: edition.name }];
  return {
    decides: settings.judging.decides,
    tieBreak: settings.judging.tieBreak.flatMap((rule) =>
      rule.startsWith('criterion:') ? (codeOf.get(rule) ?? []) : rule,
    ),
    criteria: criteria.map(({ code, name, maxPoints }) => ({ code, name, max: maxPoints })),
    divisions: divisions.map(({ id, name }) => ({
      id,
      name,
      prizes: prizesOf(settings, id).map((prize) => ({ ...prize })),
    })),
  };
}

/** Without entries that no longer stand: their pairs neither count nor are missed. */
function bandFinal(
  { divisionId, entryIds, lines, pairs }: FinalRow,
  codes: ReadonlyMap<Id, string>,
): ResultTask['finals'] {
  const standing = pairs.filter(({ leftId, rightId }) => codes.has(leftId) && codes.has(rightId));
  const entries = entryIds.flatMap((id) => codes.get(id) ?? []);
  if (standing.length === 0 || entries.length < 2) return [];
  return [
    {
      divisionId,
      entries,
      lines: lines.flatMap(({ above, from, to }) => {
        const stands = (upTo: number) =>
          entryIds.slice(0, upTo).filter((id) => codes.has(id)).length;
        const span = { from: stands(from), to: stands(to + 1) - 1 };
        return span.to < span.from ? [] : [{ above, ...span }];
      }),
      planned: standing.length,
      preferences: standing.flatMap(({ leftId, rightId, chosen }) => {
        if (chosen === null) return [];
        const [left, right] = [codes.get(leftId)!, codes.get(rightId)!];
        const [winner, loser] = chosen === 'left' ? [left, right] : [right, left];
        return [{ winner, loser, first: left }];
      }),
    },
  ];
}

function newestChanges(lines: readonly PrizeChangeLine[]): PrizeChangeLine[] {
  const newest = new Map(lines.map((line) => [line.entryId, line]));
  return [...newest.values()].filter(({ withdrawn }) => !withdrawn);
}
