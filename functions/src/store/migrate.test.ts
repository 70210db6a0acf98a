import { DATABASES } from '@tests/fixtures/databases.ts';
import { ROWS_AT_VERSION } from '@tests/fixtures/rows-at-version.ts';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OpenDatabase } from './database.ts';
import { type Migration, MIGRATIONS, migrate } from './migrate.ts';
import type { Database } from './schema.ts';

const names = MIGRATIONS.map((migration) => migration.name);

async function shapeOf({ db }: OpenDatabase): Promise<Record<string, string[]>> {
  const tables = await db.introspection.getTables();
  return Object.fromEntries(
    tables
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((table) => [
        table.name,
        table.columns.map((c) => `${c.name} ${kindOf(c.dataType)}${c.isNullable ? '?' : ''}`),
      ]),
  );
}

/** One word for a type, whatever the engine calls it. */
function kindOf(dataType: string): string {
  const spelled: Record<string, string> = {
    int4: 'integer',
    int8: 'bigint',
    float8: 'double precision',
  };
  return spelled[dataType.toLowerCase()] ?? dataType.toLowerCase();
}

describe.each(DATABASES)('migrations on $name', ({ openEmpty }) => {
  it('lead from an empty database to today, once', async () => {
    const opened = await openEmpty();
    expect(await migrate(opened)).toEqual(names);
    expect(await migrate(opened)).toEqual([]);
  });

  it.each(names.map((name, index) => ({ name, version: index + 1 })))(
    'lead from $name, with rows in it, to today',
    async ({ version }) => {
      const opened = await openEmpty();
      await migrate(opened, MIGRATIONS.slice(0, version));
      for (const insertion of ROWS_AT_VERSION[version] ?? []) {
        await sql.raw(insertion).execute(opened.db);
      }
      await migrate(opened);
      expect(await shapeOf(opened)).toEqual(await shapeOfToday(openEmpty));
    },
  );

  it('take turns when several hosts start at once', async () => {
    const opened = await openEmpty();
    const made = await Promise.all([migrate(opened), migrate(opened), migrate(opened)]);
    expect(made.flat().toSorted()).toEqual(names);
  });

  it('leave nothing of a step that failed, and can be run again', async () => {
    const opened = await openEmpty();
    const broken: Migration = {
      name: '9999-broken',
      up: async (db: Kysely<unknown>) => {
        await db.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('broken');
      },
    };
    await expect(migrate(opened, [...MIGRATIONS, broken])).rejects.toThrow('broken');
    expect(await shapeOf(opened)).toEqual(await shapeOfToday(openEmpty));
    expect(await migrate(opened)).toEqual([]);
  });

  it('refuse a database that a newer program has changed', async () => {
    const opened = await openEmpty();
    const later: Migration = { name: '9999-later', up: async () => {} };
    await migrate(opened, [...MIGRATIONS, later]);
    await expect(migrate(opened)).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
  });

  it('refuse a database with another history', async () => {
    const opened = await openEmpty();
    await migrate(opened, [{ name: '0001-other', up: async () => {} }]);
    await expect(migrate(opened)).rejects.toThrow('0001-other');
  });
});

async function shapeOfToday(openEmpty: () => Promise<OpenDatabase>) {
  const opened = await openEmpty();
  await migrate(opened);
  return shapeOf(opened);
}

describe('the tables', () => {
  it('are the same on every engine, and those of the schema', async () => {
    const [first, ...others] = await Promise.all(
      DATABASES.map(async ({ open }) => shapeOf(await open())),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(Object.keys(first ?? {})).toEqual([...TABLES, 'schema_version'].toSorted());
  });
});

const TABLES = Object.keys({
  judge_tie: true,
  judge_capacity: true,
  round_anchor: true,
  assignment_run: true,
  recused_sheet: true,
  unit: true,
  edition: true,
  round: true,
  criterion: true,
  account: true,
  invite: true,
  session: true,
  sign_in_failure: true,
  address_try: true,
  school_class: true,
  class_teacher: true,
  pupil: true,
  team: true,
  entry: true,
  entry_author: true,
  draft_version: true,
  blob: true,
  blob_sender: true,
  recording: true,
  photo: true,
  telling_version: true,
  consent: true,
  sheet: true,
  score: true,
  result: true,
  final: true,
  final_pair: true,
  prize_change: true,
  result_signature: true,
  decision: true,
  audit: true,
  quiz_paper: true,
  quiz_attempt: true,
  quiz_answer: true,
  game_run: true,
  game_badge: true,
  entry_evidence: true,
  leaving_blob: true,
  sheet_flag: true,
  reference_entry: true,
  calibration_sheet: true,
} satisfies Record<keyof Database, true>);
