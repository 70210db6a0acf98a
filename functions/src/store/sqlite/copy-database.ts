import { sql } from 'kysely';
import { openDatabase } from '../database.ts';

/**
 * Copies a database that may be in use, as it is at one moment, into a new file. Returns the
 * hashes of all blobs that the copy speaks of (and of those that came since).
 */
export async function copyDatabase(file: string, target: string): Promise<string[]> {
  const { db, close } = await openDatabase({ kind: 'sqlite', file });
  // libsql has not implemented backup().
  await sql`vacuum into ${target}`.execute(db);
  const rows = await db.selectFrom('blob').select('hash').orderBy('hash').execute();
  await close();
  return rows.map(({ hash }) => hash);
}
