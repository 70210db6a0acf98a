import type { Kysely } from 'kysely';

/** The judge's desk: levels of the rubric, words for the child, flags, time at work, reference entries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('criterion')
    .addColumn('work', 'text', (c) => c.notNull().defaultTo('drawing'))
    .execute();
  await schema
    .alterTable('criterion')
    .addColumn('levels', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
  await schema
    .alterTable('sheet')
    .addColumn('comment', 'text', (c) => c.notNull().defaultTo('{"phrases":[],"words":""}'))
    .execute();
  await schema.alterTable('sheet').addColumn('opened_at', 'bigint').execute();
  await schema.alterTable('sheet').addColumn('seen_at', 'bigint').execute();
  await schema
    .alterTable('sheet')
    .addColumn('active_ms', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  // No reference to the sheet: what was flagged is still to be looked at when the sheet is taken out.
  await schema
    .createTable('sheet_flag')
    .addColumn('sheet_id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('judge_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('raised_at', 'bigint', (c) => c.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('resolved_by', 'text', (c) => c.references('account.id'))
    .addColumn('resolution', 'text')
    .execute();
  await schema.createIndex('sheet_flag_by_round_id').on('sheet_flag').column('round_id').execute();
  await schema
    .createTable('reference_entry')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().unique().references('entry.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('lines', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('calibration_sheet')
    .addColumn('reference_id', 'text', (c) => c.notNull().references('reference_entry.id'))
    .addColumn('judge_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('points', 'text', (c) => c.notNull())
    .addColumn('submitted_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('calibration_sheet_key', ['reference_id', 'judge_id'])
    .execute();
}
