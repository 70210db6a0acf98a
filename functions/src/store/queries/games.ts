import { BADGES, type BadgeId } from '@domain/games/badges.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

export type GameRun = {
  readonly id: Id;
  readonly pupilId: Id;
  /** Versions of the rules and the deck it was begun with. */
  readonly rules: string;
  readonly seed: number;
  readonly startedAt: EpochMs;
  readonly result: {
    readonly points: number;
    readonly sea: number;
    readonly sorted: number;
  } | null;
};

export async function findRun(db: Db, runId: Id): Promise<GameRun | null> {
  const row = await db
    .selectFrom('game_run')
    .selectAll()
    .where('id', '=', runId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { points, sea, sorted } = row;
  return {
    id: row.id,
    pupilId: row.pupil_id,
    rules: row.rules,
    seed: row.seed,
    startedAt: row.started_at,
    result: points === null || sea === null || sorted === null ? null : { points, sea, sorted },
  };
}

/** Begins a run; what the pupil began before and never finished is thrown away. */
export async function insertRun(trx: Trx, run: Omit<GameRun, 'result'>): Promise<void> {
  await trx
    .deleteFrom('game_run')
    .where('pupil_id', '=', run.pupilId)
    .where('finished_at', 'is', null)
    .execute();
  await trx
    .insertInto('game_run')
    .values({
      id: run.id,
      pupil_id: run.pupilId,
      rules: run.rules,
      seed: run.seed,
      started_at: run.startedAt,
      points: null,
      sea: null,
      sorted: null,
      finished_at: null,
    })
    .execute();
}

export async function finishRun(
  trx: Trx,
  runId: Id,
  { points, sea, sorted }: NonNullable<GameRun['result']>,
  finishedAt: EpochMs,
): Promise<void> {
  await trx
    .updateTable('game_run')
    .set({ points, sea, sorted, finished_at: finishedAt })
    .where('id', '=', runId)
    .where('finished_at', 'is', null)
    .execute();
}

export async function listBadges(db: Db, pupilId: Id): Promise<BadgeId[]> {
  const rows = await db
    .selectFrom('game_badge')
    .select('badge')
    .where('pupil_id', '=', pupilId)
    .execute();
  const won = new Set(rows.map(({ badge }) => badge));
  return BADGES.filter((badge) => won.has(badge));
}

/** A badge that was won before stays as it was. */
export async function awardBadges(
  trx: Trx,
  pupilId: Id,
  badges: readonly BadgeId[],
  wonAt: EpochMs,
): Promise<void> {
  if (badges.length === 0) return;
  await trx
    .insertInto('game_badge')
    .values(badges.map((badge) => ({ pupil_id: pupilId, badge, won_at: wonAt })))
    .onConflict((conflict) => conflict.columns(['pupil_id', 'badge']).doNothing())
    .execute();
}
