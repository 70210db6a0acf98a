import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { connectSqlite, type SqliteConnection } from './connection.ts';

export function sqliteDialect(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** One connection, taken in turns: SQLite writes one transaction at a time anyway. */
export function sqliteDriver(file: string): Driver {
  let connection: SqliteConnection | undefined;
  let lastTurn: Promise<void> = Promise.resolve();
  let endTurn = () => {};

  return {
    init: async () => {
      connection = connectSqlite(file);
    },
    acquireConnection: async () => {
      const before = lastTurn;
      let end = () => {};
      lastTurn = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      endTurn = end;
      if (!connection) throw new Error('the database is closed');
      return connection;
    },
    releaseConnection: async () => endTurn(),
    // IMMEDIATE: a transaction that reads first and then writes can never be refused as busy in
    // its middle; it waits at its beginning instead.
    beginTransaction: (held) => run(held, 'begin immediate'),
    commitTransaction: (held) => run(held, 'commit'),
    rollbackTransaction: async (held) => {
      // A full disk has already rolled back; a second rollback would hide the first error.
      if (connection?.inTransaction()) await run(held, 'rollback');
    },
    destroy: async () => {
      await lastTurn;
      connection?.close();
      connection = undefined;
    },
  };
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}
