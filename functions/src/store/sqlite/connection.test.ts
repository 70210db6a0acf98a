import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { connectSqlite } from './connection.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contest-libsql-'));
  file = join(folder, 'contest.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function inChild(script: string) {
  return [
    '-e',
    `const Libsql = require('libsql'); const db = new Libsql(process.argv[1]); ${script}`,
    file,
  ];
}

// When one of these fails, libsql has changed and a guard of connection.ts may go.
describe('libsql by itself', () => {
  it.each([
    ['a bound boolean', "db.prepare('select ?').all([true])"],
    ['a lone blob that is not in an array', "db.prepare('select ?').all(Buffer.from('x'))"],
  ])('ends the process on %s', (_what, script) => {
    const { status, stderr } = spawnSync(process.execPath, inChild(script), { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('panicked');
  });

  it('cuts text at NUL', () => {
    const raw = new Libsql(file);
    expect(raw.prepare('select length(?) as length').all(['ab\0cd'])).toEqual([{ length: 2 }]);
    raw.close();
  });

  it('rounds integers beyond 2^53', () => {
    const raw = new Libsql(file);
    expect(raw.prepare('select 9007199254740993 as n').all([])).toEqual([{ n: 2 ** 53 }]);
    raw.close();
  });

  it('does not wait for a lock, cannot back up, and returns ArrayBuffers', () => {
    const raw = new Libsql(file);
    expect(raw.pragma('busy_timeout')).toEqual([{ timeout: 0 }]);
    expect(() => raw.backup(join(folder, 'copy.db'))).toThrow('not implemented');
    const [row] = raw.prepare("select x'00ff' as bytes").all([]) as { bytes: unknown }[];
    expect(row?.bytes).toBeInstanceOf(ArrayBuffer);
    raw.close();
  });
});

describe('a guarded connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
  ])('has %s = %s', async (pragma, value) => {
    const connection = connectSqlite(file);
    const { rows } = await connection.executeQuery(CompiledQuery.raw(`pragma ${pragma}`));
    expect(Object.values(rows[0] as object)).toEqual([value]);
    connection.close();
  });

  it.each([true, null, Buffer.from([0, 255]), Buffer.alloc(0), 'chữ', 7, 0.5])(
    'binds %j as the only parameter',
    async (value) => {
      const connection = connectSqlite(file);
      const { rows } = await connection.executeQuery<{ held: unknown }>(
        CompiledQuery.raw('select ? as held', [value]),
      );
      expect(rows).toEqual([{ held: value === true ? 1 : value }]);
      connection.close();
    },
  );

  it('waits for another process that writes', async () => {
    const { db, close } = await openDatabase({ kind: 'sqlite', file });
    await sql`create table t (n integer)`.execute(db);
    const other = spawn(
      process.execPath,
      inChild(`db.exec('begin immediate; insert into t values (1)'); console.log('held');
        setTimeout(() => db.exec('commit'), 400);`),
    );
    await once(other.stdout, 'data');
    await sql`insert into t values (2)`.execute(db);
    const { rows } = await sql`select n from t order by n`.execute(db);
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
    await once(other, 'exit');
    await close();
  });

  it('leaves everything in the one file when it is closed', async () => {
    const { db, close } = await openDatabase({ kind: 'sqlite', file });
    await sql`create table t (n integer)`.execute(db);
    await sql`insert into t values (1)`.execute(db);
    await close();
    await copyFile(file, join(folder, 'by-hand.db'));
    const copy = await openDatabase({ kind: 'sqlite', file: join(folder, 'by-hand.db') });
    expect((await sql`select n from t`.execute(copy.db)).rows).toEqual([{ n: 1 }]);
    await copy.close();
  });

  it('leaves no statement open behind a read, so that VACUUM INTO can copy', async () => {
    const { db, close } = await openDatabase({ kind: 'sqlite', file });
    await sql`create table t (n integer)`.execute(db);
    await sql`insert into t values (1), (2) returning n`.execute(db);
    await sql`select n from t`.execute(db);
    await sql`vacuum into ${join(folder, 'copy.db')}`.execute(db);
    await close();
    const copy = await openDatabase({ kind: 'sqlite', file: join(folder, 'copy.db') });
    expect((await sql`select n from t`.execute(copy.db)).rows).toEqual([{ n: 1 }, { n: 2 }]);
    await copy.close();
  });
});
