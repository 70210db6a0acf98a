import type { Kysely } from 'kysely';

/** What was found out of a submitted story once, for judges: its film, and what its pages are made of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('entry_evidence')
    .addColumn('entry_id', 'text', (c) => c.notNull().primaryKey().references('entry.id'))
    .addColumn('picture_hash', 'text', (c) => c.notNull())
    .addColumn('film_hash', 'text')
    .addColumn('drawn', 'integer', (c) => c.notNull())
    .addColumn('stamped', 'integer', (c) => c.notNull())
    .addColumn('photographed', 'integer', (c) => c.notNull())
    .addColumn('written', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .execute();
}
