import type { Kysely } from 'kysely';

/** What is needed to let old versions of a draft go: which go on in a later one, and leaving files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('draft_version').addColumn('event_count', 'integer').execute();
  await schema
    .alterTable('draft_version')
    .addColumn('for_good', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  // Nobody knows of these whether their successors go on from them.
  await db
    .withTables<{ draft_version: { for_good: number } }>()
    .updateTable('draft_version')
    .set({ for_good: 1 })
    .execute();
  await schema
    .createIndex('draft_version_by_process_hash')
    .on('draft_version')
    .column('process_hash')
    .execute();
  await schema
    .createTable('leaving_blob')
    .addColumn('hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .execute();
}
