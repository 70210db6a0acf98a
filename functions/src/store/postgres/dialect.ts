import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { bindable, safeInteger } from '../parameters.ts';

/** Connections of one host. Functions come in many instances, and each has its own pool. */
const POOL_SIZE = 10;

export function postgresDialect(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** A pool of connections that bind and read values exactly as the SQLite driver does. */
export function postgresDriver(connectionString: string): Driver {
  const pool = new pg.Pool({ connectionString, max: POOL_SIZE, types: { getTypeParser } });
  // A connection lost while idle is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => {});
  const clients = new WeakMap<DatabaseConnection, pg.PoolClient>();

  return {
    init: async () => {},
    acquireConnection: async () => {
      const client = await pool.connect();
      const connection = connectionOver(client);
      clients.set(connection, client);
      return connection;
    },
    beginTransaction: async (connection, { isolationLevel }) => {
      const level = isolationLevel ? ` isolation level ${isolationLevel}` : '';
      await run(connection, `start transaction${level}`);
    },
    commitTransaction: (connection) => run(connection, 'commit'),
    rollbackTransaction: (connection) => run(connection, 'rollback'),
    releaseConnection: async (connection) => clients.get(connection)?.release(),
    destroy: () => pool.end(),
  };
}

function connectionOver(client: pg.PoolClient): DatabaseConnection {
  const ask = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    const answer = await client.query(query.sql, query.parameters.map(asBound));
    return { rows: answer.rows as Row[], numAffectedRows: BigInt(answer.rowCount ?? 0) };
  };
  return {
    executeQuery: ask,
    streamQuery: async function* <Row>(query: CompiledQuery) {
      yield await ask<Row>(query);
    },
  };
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}

function asBound(parameter: unknown): unknown {
  const value = bindable(parameter);
  return value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value;
}

const PARSERS: Record<number, (text: string) => unknown> = {
  // A comparison that was selected is 1 or 0 on SQLite.
  [pg.types.builtins.BOOL]: (text) => (text === 't' ? 1 : 0),
  // count(*) and sum() of integers come as INT8, avg() of integers as NUMERIC.
  [pg.types.builtins.INT8]: (text) => safeInteger(BigInt(text)),
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.FLOAT8]: Number,
};

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return PARSERS[oid] ?? pg.types.getTypeParser(oid, format);
}
