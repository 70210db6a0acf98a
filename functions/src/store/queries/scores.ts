import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { stands } from './standing.ts';

/** Points of a submitted sheet on one criterion. */
export type ScoreLine = {
  readonly sheetId: Id;
  readonly entryId: Id;
  readonly judgeId: Id;
  readonly judgeName: string;
  readonly criterionId: Id;
  readonly points: number;
  readonly submittedAt: EpochMs | null;
};

/** Every line of every submitted sheet of a round, of entries that stand. */
export async function listScores(db: Db, roundId: Id): Promise<ScoreLine[]> {
  return db
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
    ])
    .where('sheet.round_id', '=', roundId)
    .where('sheet.state', '=', 'submitted')
    .where(stands)
    .orderBy('sheet.id')
    .execute();
}
