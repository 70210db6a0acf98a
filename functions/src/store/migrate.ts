import { type Kysely, sql } from 'kysely';
import { inReadCommittedTransaction, type OpenDatabase, type Trx } from './database.ts';
import { up as contest } from './migrations/0001-contest.ts';
import { up as blobsOfPupil } from './migrations/0002-blobs-of-a-pupil.ts';
import { up as rulesAndTies } from './migrations/0003-rules-and-ties.ts';
import { up as decisions } from './migrations/0004-decisions.ts';
import { up as tellings } from './migrations/0005-tellings.ts';
import { up as quiz } from './migrations/0006-quiz.ts';
import { up as evidence } from './migrations/0010-evidence.ts';
import { up as judgesDesk } from './migrations/0011-judges-desk.ts';
import { up as thinnedDrafts } from './migrations/0012-thinned-drafts.ts';
import { up as photos } from './migrations/0013-photos.ts';
import { up as games } from './migrations/0014-games.ts';

export type Migration = {
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
};

/** Every step from an empty database to today's tables, in order. Only added to. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-contest', up: contest },
  { name: '0002-blobs-of-a-pupil', up: blobsOfPupil },
  { name: '0003-rules-and-ties', up: rulesAndTies },
  { name: '0004-decisions', up: decisions },
  { name: '0005-tellings', up: tellings },
  { name: '0006-quiz', up: quiz },
  { name: '0010-evidence', up: evidence },
  { name: '0011-judges-desk', up: judgesDesk },
  { name: '0012-thinned-drafts', up: thinnedDrafts },
  { name: '0013-photos', up: photos },
  { name: '0014-games', up: games },
];

/** Any number; the same for every instance that migrates a database. */
const LOCK = 20_181_214;

/**
 * Brings the tables up to `migrations`, each step in a transaction of its own and behind a lock:
 * several instances may start at once. Refuses, with `code` DATABASE_NEWER, a database that a
 * later program has already changed, and one whose history differs. Returns the names of the steps
 * it made.
 */
export async function migrate(
  { db, engine }: Pick<OpenDatabase, 'db' | 'engine'>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  const made: string[] = [];
  for (;;) {
    const name = await inReadCommittedTransaction(db, async (trx) => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
      return makeNext(trx, migrations);
    });
    if (name === null) return made;
    made.push(name);
  }
}

async function makeNext(trx: Trx, migrations: readonly Migration[]): Promise<string | null> {
  await trx.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  const { rows: applied } = await sql<{ version: number; name: string }>`
    select version, name from schema_version order by version`.execute(trx);

  for (const [index, { version, name }] of applied.entries()) {
    const expected = migrations[index];
    if (expected === undefined) throw newer(applied.length, migrations.length);
    if (version !== index + 1 || name !== expected.name) {
      throw new Error(`step ${version} of this database is ${name}, not ${expected.name}`);
    }
  }
  const next = migrations[applied.length];
  if (next === undefined) return null;
  await next.up(trx as unknown as Kysely<unknown>);
  await sql`insert into schema_version (version, name)
    values (${applied.length + 1}, ${next.name})`.execute(trx);
  return next.name;
}

function newer(found: number, expected: number): Error {
  return Object.assign(
    new Error(
      `the database is at version ${found}, this program knows ${expected}: run a newer program`,
    ),
    { code: 'DATABASE_NEWER' },
  );
}
