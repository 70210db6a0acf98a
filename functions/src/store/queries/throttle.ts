import type { EpochMs } from '@domain/kernel/ids.ts';
import type { Failures } from '@domain/people/throttle.ts';
import type { Db } from '../database.ts';

export async function failuresOf(db: Db, subject: string): Promise<Failures | null> {
  const row = await db
    .selectFrom('sign_in_failure')
    .select(['count', 'last_at'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row === undefined ? null : { count: row.count, lastAt: row.last_at };
}

/** Writes `next` if what is stored is still `seen`; false when another instance was quicker. */
export async function replaceFailures(
  db: Db,
  subject: string,
  seen: Failures | null,
  next: Failures,
): Promise<boolean> {
  const values = { count: next.count, last_at: next.lastAt };
  if (seen === null) {
    const inserted = await db
      .insertInto('sign_in_failure')
      .values({ subject, ...values })
      .onConflict((conflict) => conflict.column('subject').doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
  const updated = await db
    .updateTable('sign_in_failure')
    .set(values)
    .where('subject', '=', subject)
    .where('count', '=', seen.count)
    .where('last_at', '=', seen.lastAt)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function forgetFailures(db: Db, subject: string): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('subject', '=', subject).execute();
}

/** Drops what counts no more: anybody may fail under names that nobody has. */
export async function sweepFailures(db: Db, lastBefore: EpochMs): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('last_at', '<', lastBefore).execute();
}

/** Counts one more try of an address in a minute, and returns the count with it. */
export async function countAddressTry(db: Db, address: string, minute: number): Promise<number> {
  const { count } = await db
    .insertInto('address_try')
    .values({ address, minute, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['address', 'minute'])
        .doUpdateSet((eb) => ({ count: eb('address_try.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

export async function sweepAddressTries(db: Db, beforeMinute: number): Promise<void> {
  await db.deleteFrom('address_try').where('minute', '<', beforeMinute).execute();
}
