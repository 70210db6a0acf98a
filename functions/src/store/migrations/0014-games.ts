import type { Kysely } from 'kysely';

/** Minutes at sea that the server plays again, and the badges they won. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('game_run')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('pupil_id', 'text', (c) => c.notNull().references('pupil.id').onDelete('cascade'))
    .addColumn('rules', 'text', (c) => c.notNull())
    .addColumn('seed', 'bigint', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('points', 'integer')
    .addColumn('sea', 'integer')
    .addColumn('sorted', 'integer')
    .addColumn('finished_at', 'bigint')
    .execute();
  await schema.createIndex('game_run_of_pupil').on('game_run').column('pupil_id').execute();
  await schema
    .createTable('game_badge')
    .addColumn('pupil_id', 'text', (c) => c.notNull().references('pupil.id').onDelete('cascade'))
    .addColumn('badge', 'text', (c) => c.notNull())
    .addColumn('won_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('game_badge_key', ['pupil_id', 'badge'])
    .execute();
}
