import type { Kysely } from 'kysely';

/** The telling of a story: versions of its manifest, and what is known of each recording. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('entry').addColumn('telling_hash', 'text').execute();
  await schema
    .createTable('recording')
    .addColumn('hash', 'text', (c) => c.notNull().primaryKey().references('blob.hash'))
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('duration_ms', 'integer', (c) => c.notNull())
    .execute();
  await schema
    .createTable('telling_version')
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('telling_hash', 'text', (c) => c.notNull().references('blob.hash'))
    .addColumn('saved_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('telling_version_key', ['entry_id', 'version'])
    .execute();
}
