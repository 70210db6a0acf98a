import { type Kysely, sql } from 'kysely';

/** Pairwise finals, prizes the jury changed, signatures, and results that were frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('final')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('division_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('seed', 'bigint', (c) => c.notNull())
    .addColumn('entries', 'text', (c) => c.notNull())
    .addColumn('begun_at', 'bigint', (c) => c.notNull())
    .addColumn('begun_by', 'text', (c) => c.notNull().references('account.id'))
    .addUniqueConstraint('final_once', ['round_id', 'division_id', 'position'])
    .execute();
  await schema
    .createTable('final_pair')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('final_id', 'text', (c) => c.notNull().references('final.id'))
    .addColumn('left_entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('right_entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('judge_id', 'text', (c) => c.references('account.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('chosen', 'text', (c) => c.check(sql`chosen in ('left', 'right')`))
    .addColumn('chosen_at', 'bigint')
    .addUniqueConstraint('final_pair_once', ['final_id', 'position'])
    .execute();
  await schema.createIndex('final_pair_by_judge_id').on('final_pair').column('judge_id').execute();
  // Only added to: the newest line of an entry holds, and the others say how it came to that.
  await schema
    .createTable('prize_change')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('withdrawn', 'integer', (c) => c.notNull())
    .addColumn('prize_id', 'text')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('prize_change_once', ['round_id', 'position'])
    .execute();
  await schema
    .createTable('result_signature')
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('result_sha256', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('result_signature_key', ['round_id', 'version', 'account_id'])
    .execute();
  await schema
    .createTable('decision')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('result_sha256', 'text', (c) => c.notNull())
    .addColumn('archive_hash', 'text', (c) => c.notNull().references('blob.hash'))
    .addColumn('frozen_at', 'bigint', (c) => c.notNull())
    .addColumn('frozen_by', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('published_at', 'bigint')
    .addColumn('reopened_at', 'bigint')
    .addColumn('reopened_by', 'text', (c) => c.references('account.id'))
    .addColumn('reopen_reason', 'text')
    .addUniqueConstraint('decision_once', ['round_id', 'version'])
    .execute();
}
