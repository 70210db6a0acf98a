import type { Kysely } from 'kysely';

/** What a pupil has sent is added up at every save. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('blob_sender_by_pupil_id')
    .on('blob_sender')
    .column('pupil_id')
    .execute();
}
