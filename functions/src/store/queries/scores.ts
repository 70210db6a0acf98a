import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { competes } from './standing.ts';

/** Points of a submitted sheet on one criterion. */
export type ScoreLine = {
  readonly sheetId: Id;
  readonly entryId: Id;
  readonly judgeId: Id;
  readonly judgeName: string;
  readonly criterionId: Id;
  readonly points: number;
  readonly submittedAt: EpochMs | null;
  /** Time at work on the sheet, ms; null where no desk reported it. */
  readonly activeMs: number | null;
};

/** Every line of every submitted sheet of a round, of entries that stand. */
export async function listScores(db: Db, roundId: Id): Promise<ScoreLine[]> {
  const rows = await db
    .selectFrom('sheet')
    .innerJoin('score', 'score.sheet_id', 'sheet.id')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .innerJoin('account', 'account.id', 'sheet.judge_id')
    .select([
      'sheet.id as sheetId',
      'sheet.entry_id as entryId',
      'sheet.judge_id as judgeId',
      'account.full_name as judgeName',
      'score.criterion_id as criterionId',
      'score.points as points',
      'sheet.submitted_at as submittedAt',
      'sheet.opened_at as openedAt',
      'sheet.active_ms as activeMs',
    ])
    .where('sheet.round_id', '=', roundId)
    .where('sheet.state', '=', 'submitted')
    .where(competes)
    .orderBy('sheet.id')
    .execute();
  return rows.map(({ openedAt, activeMs, ...line }) => ({
    ...line,
    activeMs: openedAt === null ? null : activeMs,
  }));
}
