import { DATABASES } from '@tests/fixtures/databases.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Db, inTransaction, openDatabase, type Trx } from './database.ts';

const province = { id: 'p1', kind: 'province', parent_id: null, name: 'Phú Thọ' } as const;

async function nameOf(db: Db | Trx, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}

async function keepName(db: Db, name: string): Promise<string | undefined> {
  await db
    .insertInto('unit')
    .values({ ...province, name })
    .execute();
  return nameOf(db, province.id);
}

async function keepMoment(db: Db, last_at: number): Promise<number> {
  await db.insertInto('sign_in_failure').values({ subject: 's', count: 1, last_at }).execute();
  const row = await db.selectFrom('sign_in_failure').select('last_at').executeTakeFirstOrThrow();
  return row.last_at;
}

describe.each(DATABASES)('values on $name', ({ open }) => {
  it.each([
    'Trường Tiểu học Đỗ Xuyên – Ễ Ộ Ữ'.normalize('NFC'),
    'Trường Tiểu học Đỗ Xuyên – Ễ Ộ Ữ'.normalize('NFD'),
    'Con tàu ⛵ và em bé 👧🏽‍🚀',
    '\' " \\ %_ $1 ? \u200b \uffff',
    '',
  ])('keep the text %j to the letter', async (text) => {
    const { db } = await open();
    expect(await keepName(db, text)).toBe(text);
  });

  it.each(['Đảo\0Trường Sa', 'nửa chữ \ud83d'])('refuse the text %j', async (text) => {
    const { db } = await open();
    await expect(keepName(db, text)).rejects.toThrow('text with NUL or half a character');
  });

  it.each([0, -1, Date.UTC(2099, 0), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    'keep the integer %d exactly',
    async (moment) => {
      const { db } = await open();
      expect(await keepMoment(db, moment)).toBe(moment);
    },
  );

  it.each([2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY])(
    'refuse to write the number %d',
    async (moment) => {
      const { db } = await open();
      await expect(keepMoment(db, moment)).rejects.toThrow(RangeError);
    },
  );

  it('refuse to read an integer that would be rounded', async () => {
    const { db } = await open();
    await sql`insert into sign_in_failure (subject, count, last_at)
      values ('s', 1, 9007199254740993)`.execute(db);
    await expect(db.selectFrom('sign_in_failure').selectAll().execute()).rejects.toThrow(
      '9007199254740993 is beyond 2^53',
    );
  });

  it('keep fractions, and compute with integers as integers', async () => {
    const { db } = await open();
    const row = await db
      .selectNoFrom([
        sql<number>`cast(${2 / 3} as double precision)`.as('fraction'),
        sql<number>`cast(${7} as integer) / 2`.as('quotient'),
      ])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ fraction: 2 / 3, quotient: 3 });
  });

  it('come as numbers from count, sum and avg', async () => {
    const { db } = await open();
    for (const [minute, count] of [
      [1, 3],
      [2, 4],
    ] as const) {
      await db.insertInto('address_try').values({ address: 'a', minute, count }).execute();
    }
    const row = await db
      .selectFrom('address_try')
      .select((e) => [
        e.fn.countAll().as('rows'),
        e.fn.sum('count').as('total'),
        e.fn.avg('count').as('mean'),
      ])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ rows: 2, total: 7, mean: 3.5 });
  });

  it('are 1 and 0 where a condition is bound or selected', async () => {
    const { db } = await open();
    const flag = true as unknown as number;
    await db.insertInto('address_try').values({ address: 'a', minute: 1, count: flag }).execute();
    const row = await db
      .selectFrom('address_try')
      .select(['count', sql<number>`count > 5`.as('many')])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ count: 1, many: 0 });
  });

  it('that are neither text nor number nor bytes are refused', async () => {
    const { db } = await open();
    const date = new Date(0) as unknown as number;
    await expect(keepMoment(db, date)).rejects.toThrow('a object cannot be bound to a query');
  });

  it('come back as a Buffer when they are bytes', async () => {
    const { db, engine } = await open();
    await sql`create table bytes (held ${sql.raw(engine === 'postgres' ? 'bytea' : 'blob')} not null)`.execute(
      db,
    );
    const view = new Uint8Array([9, 0, 255, 9]).subarray(1, 3);
    await sql`insert into bytes values (${view})`.execute(db);
    const { rows } = await sql<{ held: Buffer }>`select held from bytes`.execute(db);
    expect(Buffer.isBuffer(rows[0]?.held)).toBe(true);
    expect([...(rows[0]?.held ?? [])]).toEqual([0, 255]);
  });
});

describe.each(DATABASES)('a transaction on $name', ({ open }) => {
  it('leaves nothing behind when it throws', async () => {
    const { db } = await open();
    const failed = inTransaction(db, async (trx) => {
      await trx.insertInto('unit').values(province).execute();
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await nameOf(db, province.id)).toBeUndefined();
  });

  it('reports the statement that failed, and the database goes on', async () => {
    const { db } = await open();
    const failed = inTransaction(db, (trx) => sql`select * from nowhere`.execute(trx));
    await expect(failed).rejects.toThrow('nowhere');
    expect(await keepName(db, 'Việt Trì')).toBe('Việt Trì');
  });

  it('loses no update when forty read and then write at once', async () => {
    const { db } = await open();
    await keepMoment(db, 0);
    const add = () =>
      inTransaction(db, async (trx) => {
        const { count } = await trx
          .selectFrom('sign_in_failure')
          .select('count')
          .executeTakeFirstOrThrow();
        await trx
          .updateTable('sign_in_failure')
          .set({ count: count + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 40 }, add));
    const row = await db.selectFrom('sign_in_failure').select('count').executeTakeFirstOrThrow();
    expect(row.count).toBe(41);
  });

  it('lets one of two writers win by the version column', async () => {
    const { db } = await open();
    await keepMoment(db, 0);
    const claim = () =>
      db
        .updateTable('sign_in_failure')
        .set({ count: 2 })
        .where('count', '=', 1)
        .executeTakeFirstOrThrow();
    const claims = await Promise.all([claim(), claim(), claim()]);
    expect(claims.map((c) => Number(c.numUpdatedRows)).toSorted()).toEqual([0, 0, 1]);
  });

  it('refuses `db` at once, and goes on to roll back', async () => {
    const { db } = await open();
    const misuse = inTransaction(db, async (trx) => {
      await trx.insertInto('unit').values(province).execute();
      await nameOf(db, province.id);
    });
    await expect(misuse).rejects.toThrow('pass `trx` on instead');
    expect(await nameOf(db, province.id)).toBeUndefined();
  });

  it('refuses a transaction inside a transaction at once', async () => {
    const { db } = await open();
    const nested = inTransaction(db, () => inTransaction(db, async () => {}));
    await expect(nested).rejects.toThrow('pass `trx` on instead');
  });

  it('cannot be begun around the guard', async () => {
    const { db } = await open();
    await expect(db.transaction().execute(async () => {})).rejects.toThrow('inTransaction()');
  });

  it('leaves what it started, and did not wait for, free to use `db` afterwards', async () => {
    const { db } = await open();
    let later: Promise<string | undefined> = Promise.resolve('');
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await inTransaction(db, async (trx) => {
      await trx.insertInto('unit').values(province).execute();
      later = ended.then(() => nameOf(db, province.id));
    });
    end();
    expect(await later).toBe(province.name);
  });

  it('may ask another database meanwhile', async () => {
    const [one, other] = [await open(), await open()];
    await keepName(other.db, 'Lâm Thao');
    const name = await inTransaction(one.db, () => nameOf(other.db, province.id));
    expect(name).toBe('Lâm Thao');
  });
});

describe.each(DATABASES)('closing on $name', ({ open }) => {
  it('waits for the transaction that runs, then refuses', async () => {
    const { db, close } = await open();
    const running = inTransaction(db, async (trx) => {
      await trx.insertInto('unit').values(province).execute();
      return nameOf(trx, province.id);
    });
    await new Promise((resolve) => setImmediate(resolve));
    await close();
    expect(await running).toBe(province.name);
    await expect(nameOf(db, province.id)).rejects.toThrow('destroyed');
  });
});

describe('opening', () => {
  it('fails at once where no database can be', async () => {
    const file = '/nonexistent-folder/contest.db';
    await expect(openDatabase({ kind: 'sqlite', file })).rejects.toThrow();
    const connectionString = 'postgres://nobody@127.0.0.1:1/contest';
    await expect(openDatabase({ kind: 'postgres', connectionString })).rejects.toThrow();
  });
});
