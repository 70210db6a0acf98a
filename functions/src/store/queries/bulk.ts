import type { Insertable } from 'kysely';
import type { Trx } from '../database.ts';
import type { Database } from '../schema.ts';

// SQLite binds 32,766 values at most; the widest table has 14 columns.
const ROWS_PER_STATEMENT = 1000;

/** Inserts any number of rows, also none. */
export async function insertRows<Table extends keyof Database>(
  trx: Trx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    await trx
      .insertInto(table)
      .values(part as never)
      .execute();
  }
}
