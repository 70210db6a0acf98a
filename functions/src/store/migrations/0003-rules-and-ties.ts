import { type Kysely, sql } from 'kysely';

/** Rules of an edition, what ties judges to entries, and what each run of assigning came to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema;

  await schema
    .alterTable('edition')
    .addColumn('settings', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute();
  await schema
    .alterTable('edition')
    .addColumn('rules_version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('sheet').addColumn('touched_at', 'bigint').execute();

  await schema
    .createTable('judge_tie')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('judge_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('school', 'class', 'teacher', 'commune', 'pupil', 'entry')`),
    )
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull().check(sql`source in ('organiser', 'judge')`))
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('judge_tie_once', ['judge_id', 'kind', 'subject_id'])
    .execute();

  await schema
    .createTable('judge_capacity')
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('judge_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('capacity', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('judge_capacity_key', ['round_id', 'judge_id'])
    .execute();

  await schema
    .createTable('round_anchor')
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addPrimaryKeyConstraint('round_anchor_key', ['round_id', 'entry_id'])
    .execute();

  await schema
    .createTable('assignment_run')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('seed', 'bigint', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.notNull())
    .addUniqueConstraint('assignment_run_once', ['round_id', 'position'])
    .execute();

  // Sheets taken out leave the sheets themselves, so that no list, count or export can meet them.
  await schema
    .createTable('recused_sheet')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('judge_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('judge_tie_by_judge_id').on('judge_tie').column('judge_id').execute();
}
