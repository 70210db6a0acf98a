import { DATABASES } from '@tests/fixtures/databases.ts';
import { describe, expect, it } from 'vitest';
import { inTransaction } from './database.ts';

describe.each(DATABASES)('a database on $name', ({ open }) => {
  it('keeps what it was told', async () => {
    const { db } = await open();
    const name = 'Trường Tiểu học Hùng Vương ⛵';
    await db
      .insertInto('unit')
      .values({ id: 'u1', kind: 'province', parent_id: null, name })
      .execute();
    expect(await db.selectFrom('unit').selectAll().execute()).toEqual([
      { id: 'u1', kind: 'province', parent_id: null, name },
    ]);
  });

  it('refuses `db` inside a transaction at once', async () => {
    const { db } = await open();
    const misuse = inTransaction(db, () => db.selectFrom('unit').selectAll().execute());
    await expect(misuse).rejects.toThrow('pass `trx` on instead');
  });
});
