import Libsql from 'libsql';
import { type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import { bindable, safeInteger } from '../parameters.ts';

export type SqliteConnection = DatabaseConnection & {
  readonly inTransaction: () => boolean;
  readonly close: () => void;
};

/** Waiting for another process (a backup, a command) is bounded; libsql itself would not wait. */
const BUSY_TIMEOUT_MS = 5000;

/** Opens the file with what durability and integrity need; everything bound or read is guarded. */
export function connectSqlite(file: string): SqliteConnection {
  const raw = new Libsql(file, { timeout: BUSY_TIMEOUT_MS });
  raw.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  raw.pragma('journal_mode = WAL');
  // FULL: a commit that was acknowledged is on the disk, also after a loss of power.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');

  const run = <Row>(query: CompiledQuery): QueryResult<Row> => {
    const statement = raw.prepare(query.sql);
    // As one array: a lone blob or null, given by itself, is taken for named parameters, and aborts.
    const values = query.parameters.map(asBound);
    if (!statement.reader) {
      return { rows: [], numAffectedRows: BigInt(statement.run(values).changes) };
    }
    const rows = statement.safeIntegers(true).all(values) as Record<string, unknown>[];
    for (const row of rows) {
      for (const name in row) row[name] = asRead(row[name]);
    }
    return { rows: rows as Row[] };
  };

  return {
    executeQuery: async <Row>(query: CompiledQuery) => run<Row>(query),
    streamQuery: async function* <Row>(query: CompiledQuery) {
      yield run<Row>(query);
    },
    inTransaction: () => raw.inTransaction,
    close: () => {
      // libsql closes the file only once its statements are collected, so nothing is left to the
      // closing: whoever copies the file of a stopped server by hand has all of it.
      raw.pragma('wal_checkpoint(TRUNCATE)');
      raw.close();
    },
  };
}

// A bound boolean would abort the process, and a whole number would be bound as a float.
function asBound(parameter: unknown): unknown {
  const value = bindable(parameter);
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  if (value instanceof Uint8Array && !Buffer.isBuffer(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return value;
}

function asRead(value: unknown): unknown {
  if (typeof value === 'bigint') return safeInteger(value);
  return value instanceof ArrayBuffer ? Buffer.from(value) : value;
}
