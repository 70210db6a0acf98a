import type { Kysely } from 'kysely';

/** The quiz round: one paper per division, one attempt per pupil, answers judged once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('quiz_paper')
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('division_id', 'text', (c) => c.notNull())
    .addColumn('seed', 'bigint', (c) => c.notNull())
    .addColumn('item_ids', 'text', (c) => c.notNull())
    .addColumn('paper_hash', 'text', (c) => c.notNull())
    .addColumn('drawn_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('quiz_paper_key', ['edition_id', 'division_id'])
    .execute();
  await schema
    .createTable('quiz_attempt')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('division_id', 'text', (c) => c.notNull())
    .addColumn('pupil_id', 'text', (c) => c.notNull().references('pupil.id').onDelete('cascade'))
    .addColumn('seed', 'bigint', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .addColumn('next_seq', 'integer', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('link', 'text', (c) => c.notNull())
    .addUniqueConstraint('quiz_attempt_once', ['edition_id', 'pupil_id'])
    .execute();
  await schema
    .createTable('quiz_answer')
    .addColumn('attempt_id', 'text', (c) =>
      c.notNull().references('quiz_attempt.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('judgement', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('quiz_answer_key', ['attempt_id', 'seq'])
    .execute();
}
