import type { CriterionView } from '@domain/judging/sheet.ts';
import { assignJudges } from '@domain/judging/assignment/assign-judges.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { pick, type Random, randomFrom } from '@domain/kernel/random.ts';
import type { NewSheetRow, ScoreTable } from '@server/store/tables/judging.ts';
import { inOwnOrder } from '@server/usecases/organiser/assign-round.ts';
import { ROSTER } from './roster-content.ts';

const SEED = 1975;

/** How much of their sheets each judge has handed in: 55 % in all, and every kind of judge. */
const DONE_SHARE = [0.4, 0.5, 1, 0.9, 0.6, 0, 0.35, 0.65] as const;

/** Points in a hundred that a judge gives above or below the others. */
const SEVERITY = [0, -4, 5, -8, 3, 0, -2, 7] as const;

/** Near a bell of mean 0 and spread 1. */
function bell(random: Random): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

type Input = {
  readonly roundId: Id;
  readonly entryIds: readonly Id[];
  readonly judgeIds: readonly Id[];
  readonly judgesPerEntry: number;
  readonly criteria: readonly Pick<CriterionView, 'id' | 'maxPoints'>[];
  readonly newId: () => Id;
  readonly now: number;
};

type Sheets = { readonly sheets: readonly NewSheetRow[]; readonly scores: readonly ScoreTable[] };

/** Sheets of every entry given, part of them filled in by judges of differing severity. */
export function fillSheets(input: Input): Sheets {
  const { entryIds, judgeIds, criteria } = input;
  const random = randomFrom(SEED);
  const { added: pairs } = assignJudges({
    judges: judgeIds.map((judgeId) => ({ judgeId, unitId: null, capacity: null })),
    entries: entryIds.map((entryId) => ({ entryId, divisionId: input.roundId, anchor: false })),
    conflicts: [],
    seats: [],
    judgesPerEntry: input.judgesPerEntry,
    seed: SEED,
  });
  const quality = new Map(entryIds.map((entryId) => [entryId, 72 + 11 * bell(random)]));
  const loads = new Map<Id, number>();
  for (const { judgeId } of pairs) loads.set(judgeId, (loads.get(judgeId) ?? 0) + 1);

  const sheets: NewSheetRow[] = [];
  const scores: ScoreTable[] = [];
  for (const { entryId, judgeId, position } of inOwnOrder(pairs, [], SEED)) {
    const judge = judgeIds.indexOf(judgeId);
    const done = Math.round(
      (DONE_SHARE[judge % DONE_SHARE.length] ?? 0) * (loads.get(judgeId) ?? 0),
    );
    // Judges work from the top of their list; the next sheet is begun by those who have begun.
    const state =
      position <= done ? 'submitted' : position === done + 1 && done > 0 ? 'started' : 'assigned';
    const touchedAt = input.now - (done - position + 1) * 3_600_000;
    const id = input.newId();
    sheets.push({
      id,
      round_id: input.roundId,
      entry_id: entryId,
      judge_id: judgeId,
      position,
      state,
      note: state === 'submitted' && random() < 0.2 ? pick(random, ROSTER.judgeNotes) : '',
      version: state === 'assigned' ? 0 : 1,
      submitted_at: state === 'submitted' ? touchedAt : null,
      touched_at: state === 'assigned' ? null : touchedAt,
    });
    if (state === 'assigned') continue;
    const level = (quality.get(entryId) ?? 70) + (SEVERITY[judge % SEVERITY.length] ?? 0);
    const given = state === 'submitted' ? criteria : criteria.slice(0, 2);
    for (const { id: criterionId, maxPoints } of given) {
      const share = (level + 7 * bell(random)) / 100;
      const points = Math.min(maxPoints, Math.max(0, Math.round(share * maxPoints)));
      scores.push({ sheet_id: id, criterion_id: criterionId, points });
    }
  }
  return { sheets, scores };
}
