import type { Kysely } from 'kysely';

/** Photographs: documents name what was sent, the files hold what the server drew of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('photo')
    .addColumn('sent_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('stored_hash', 'text', (c) => c.notNull().references('blob.hash'))
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .execute();
}
