import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Driver, Kysely, type Transaction } from 'kysely';
import type { Database } from './schema.ts';
import { guardTransactions, inTransactionScope } from './transaction-scope.ts';

export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;
export type Engine = 'sqlite' | 'postgres';

export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly connectionString: string };

export type OpenDatabase = {
  readonly db: Db;
  readonly engine: Engine;
  /** Waits for the queries that run; afterwards every query is refused. */
  readonly close: () => Promise<void>;
};

const driverOf = new WeakMap<Db, { driver: Driver; engine: Engine }>();

/** Opens a database; the tables come from `migrate`. The engine not asked for is never loaded. */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  const engine = location.kind;
  const { driver, dialect } = await engineOf(location);
  const db: Db = new Kysely<Database>({ dialect });
  driverOf.set(db, { driver, engine });
  // The first connection is made here, so that a wrong file or address fails at the start.
  await db.connection().execute(async () => {});
  return { db, engine, close: () => db.destroy() };
}

async function engineOf(location: DatabaseLocation) {
  if (location.kind === 'sqlite') {
    const { sqliteDialect, sqliteDriver } = await import('./sqlite/dialect.ts');
    const driver = guardTransactions(sqliteDriver(location.file));
    return { driver, dialect: sqliteDialect(driver) };
  }
  const { postgresDialect, postgresDriver } = await import('./postgres/dialect.ts');
  const driver = guardTransactions(postgresDriver(location.connectionString));
  return { driver, dialect: postgresDialect(driver) };
}

/** Tries of one transaction that Postgres gives up for the sake of another. */
const MOST_TRIES = 10;
const PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 400;

/**
 * One transaction that happens as if alone (SQLite writes one at a time; Postgres runs it
 * serialisable): what `work` read still holds when it commits. When `work` throws, nothing of it
 * remains. On Postgres a transaction that met another (serialisation failure, deadlock) is run
 * again, ten times at most, so `work` does nothing but ask `trx`. It never asks `db`: that is
 * refused at once.
 */
export async function inTransaction<Result>(
  db: Db,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const { driver, engine } = known(db);
  if (engine === 'sqlite') {
    return inTransactionScope(driver, () => db.transaction().execute(work));
  }
  for (let tried = 1; ; tried += 1) {
    try {
      return await inTransactionScope(driver, () =>
        db.transaction().setIsolationLevel('serializable').execute(work),
      );
    } catch (error) {
      if (tried === MOST_TRIES || !metAnother(error)) throw error;
    }
    // A pause of random length, or those who met once would meet again.
    await sleep(randomInt(1, Math.min(PAUSE_MS * 2 ** tried, LONGEST_PAUSE_MS)));
  }
}

/**
 * One transaction that sees what others have committed while it waited for a lock: for the
 * migrations, which take turns by a lock of their own.
 */
export async function inReadCommittedTransaction<Result>(
  db: Db,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const { driver, engine } = known(db);
  const transaction = db.transaction();
  const begun = engine === 'sqlite' ? transaction : transaction.setIsolationLevel('read committed');
  return inTransactionScope(driver, () => begun.execute(work));
}

function known(db: Db): { driver: Driver; engine: Engine } {
  const found = driverOf.get(db);
  if (found) return found;
  if (db.isTransaction) throw new Error('a transaction was begun on `trx`: it is one already');
  throw new Error('the database was not opened by openDatabase');
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

function metAnother(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}
