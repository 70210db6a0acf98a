import { DATABASES } from '@tests/fixtures/databases.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inTransaction } from './database.ts';
import { isUniqueViolation, UNIQUE_RULES } from './unique-violation.ts';

async function refusalOf(insertion: Promise<unknown>): Promise<unknown> {
  return insertion.then(
    () => null,
    (error: unknown) => error,
  );
}

describe.each(DATABASES)('a unique rule on $name', ({ name, open }) => {
  const province = { id: 'p1', kind: 'province', parent_id: null, name: 'Phú Thọ' } as const;
  const account = {
    id: 'a1',
    role: 'judge',
    email: 'giam.khao@example.vn',
    full_name: 'Lê Thị Hạnh',
    school_id: null,
    password_hash: null,
    disabled_at: null,
    created_at: 1,
  } as const;

  it('is recognised by name when a column breaks it', async () => {
    const { db } = await open();
    await db.insertInto('account').values(account).execute();
    const error = await refusalOf(
      db
        .insertInto('account')
        .values({ ...account, id: 'a2' })
        .execute(),
    );
    expect(isUniqueViolation(error, 'account_email_key')).toBe(true);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'unit_name')).toBe(false);
  });

  it('is recognised by name when an expression breaks it, inside a transaction too', async () => {
    const { db } = await open();
    await db.insertInto('unit').values(province).execute();
    const error = await refusalOf(
      inTransaction(db, (trx) =>
        trx
          .insertInto('unit')
          .values({ ...province, id: 'p2' })
          .execute(),
      ),
    );
    expect(isUniqueViolation(error, 'unit_name')).toBe(true);
  });

  it('is recognised by name when a key of several columns breaks it', async () => {
    const { db } = await open();
    const row = { address: '10.0.0.7', minute: 5, count: 1 };
    await db.insertInto('address_try').values(row).execute();
    const error = await refusalOf(db.insertInto('address_try').values(row).execute());
    expect(isUniqueViolation(error, 'address_try_key')).toBe(true);
  });

  it('is not confused with a foreign key, which is enforced', async () => {
    const { db } = await open();
    const error = await refusalOf(
      db
        .insertInto('account')
        .values({ ...account, school_id: 'nowhere' })
        .execute(),
    );
    expect(error).toBeInstanceOf(Error);
    expect(isUniqueViolation(error)).toBe(false);
    expect(await db.selectFrom('account').selectAll().execute()).toEqual([]);
  });

  it.runIf(name === 'postgres')('is listed as the engine itself describes it', async () => {
    const { db } = await open();
    const { rows } = await sql<{ rule: string; covers: string }>`
      select i.relname as rule, case when min(x.indexprs::text) is null
        then string_agg(t.relname || '.' || a.attname, ', ' order by array_position(x.indkey, a.attnum))
        else 'index ''' || i.relname || '''' end as covers
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = any(x.indkey)
      where x.indisunique and i.relname not like '%\\_pkey'
      group by i.relname`.execute(db);
    expect(Object.fromEntries(rows.map(({ rule, covers }) => [rule, covers]))).toEqual(
      UNIQUE_RULES,
    );
  });
});
