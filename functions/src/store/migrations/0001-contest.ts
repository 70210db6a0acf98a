import { type Kysely, sql } from 'kysely';

// Types are spelled so that both engines hold the same values: `bigint` for moments, `integer`
// for counts and flags, `text` for everything else.
export async function up(db: Kysely<unknown>): Promise<void> {
  const schema = db.schema;

  await schema
    .createTable('unit')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('province', 'commune', 'school')`),
    )
    .addColumn('parent_id', 'text', (c) => c.references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await sql`create unique index unit_name on unit (coalesce(parent_id, ''), name)`.execute(db);

  await schema
    .createTable('edition')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('running', 'integer', (c) => c.unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('province_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('theme', 'text', (c) => c.notNull())
    .addColumn('min_pages', 'integer', (c) => c.notNull())
    .addColumn('max_pages', 'integer', (c) => c.notNull())
    .addColumn('judges_per_entry', 'integer', (c) => c.notNull())
    .addColumn('is_demo', 'integer', (c) => c.notNull())
    .addColumn('last_receipt', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('round')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('opens_at', 'bigint', (c) => c.notNull())
    .addColumn('closes_at', 'bigint', (c) => c.notNull())
    .addColumn('submission_closed_at', 'bigint')
    .addColumn('judging_closed_at', 'bigint')
    .addColumn('published_at', 'bigint')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('round_position', ['edition_id', 'position'])
    .execute();

  await schema
    .createTable('criterion')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull())
    .addColumn('max_points', 'integer', (c) => c.notNull())
    .execute();

  await schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('role', 'text', (c) =>
      c.notNull().check(sql`role in ('teacher', 'judge', 'organiser')`),
    )
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('full_name', 'text', (c) => c.notNull())
    .addColumn('school_id', 'text', (c) => c.references('unit.id'))
    .addColumn('password_hash', 'text')
    .addColumn('disabled_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('invite')
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('account_id', 'text', (c) => c.references('account.id').onDelete('cascade'))
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .execute();

  await schema
    .createTable('school_class')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('school_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('last_card_number', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('class_name', ['edition_id', 'school_id', 'name'])
    .execute();

  await schema
    .createTable('class_teacher')
    .addColumn('class_id', 'text', (c) => c.notNull().references('school_class.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addPrimaryKeyConstraint('class_teacher_key', ['class_id', 'account_id'])
    .execute();

  await schema
    .createTable('pupil')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('class_id', 'text', (c) => c.notNull().references('school_class.id'))
    .addColumn('full_name', 'text', (c) => c.notNull())
    .addColumn('birth_date', 'text', (c) => c.notNull())
    .addColumn('card_number', 'integer', (c) => c.notNull())
    .addColumn('pin_sealed', 'text', (c) => c.notNull())
    .addColumn('secret_sealed', 'text', (c) => c.notNull())
    .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('pupil_card', ['class_id', 'card_number'])
    .execute();

  await schema
    .createTable('session')
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('account_id', 'text', (c) => c.references('account.id').onDelete('cascade'))
    .addColumn('pupil_id', 'text', (c) => c.references('pupil.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addCheckConstraint('session_subject', sql`(account_id is null) <> (pupil_id is null)`)
    .execute();

  await schema
    .createTable('sign_in_failure')
    .addColumn('subject', 'text', (c) => c.notNull().primaryKey())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('address_try')
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('minute', 'bigint', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('address_try_key', ['address', 'minute'])
    .execute();

  await schema
    .createTable('team')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('school_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addUniqueConstraint('team_name', ['edition_id', 'school_id', 'name'])
    .execute();

  await schema
    .createTable('entry')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('team_id', 'text', (c) => c.references('team.id'))
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('draft', 'submitted')`))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('page_count', 'integer', (c) => c.notNull())
    .addColumn('draft_version', 'integer', (c) => c.notNull())
    .addColumn('receipt_number', 'text')
    .addColumn('blind_code', 'text')
    .addColumn('picture_hash', 'text')
    .addColumn('process_hash', 'text')
    .addColumn('submitted_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('entry_receipt', ['edition_id', 'receipt_number'])
    .addUniqueConstraint('entry_blind_code', ['edition_id', 'blind_code'])
    .addCheckConstraint(
      'entry_submitted_whole',
      sql`(state = 'submitted') = (receipt_number is not null and blind_code is not null
        and picture_hash is not null and process_hash is not null and submitted_at is not null)`,
    )
    .execute();

  await schema
    .createTable('entry_author')
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('pupil_id', 'text', (c) => c.notNull().references('pupil.id'))
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_author_key', ['entry_id', 'pupil_id'])
    .addUniqueConstraint('one_entry_per_pupil', ['edition_id', 'pupil_id'])
    .execute();

  await schema
    .createTable('draft_version')
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('side', 'integer', (c) => c.notNull())
    .addColumn('process_hash', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('draft_version_key', ['entry_id', 'version', 'process_hash'])
    .execute();

  await schema
    .createTable('blob')
    .addColumn('hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('size_bytes', 'integer', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('blob_sender')
    .addColumn('hash', 'text', (c) => c.notNull().references('blob.hash'))
    .addColumn('pupil_id', 'text', (c) => c.notNull().references('pupil.id'))
    .addPrimaryKeyConstraint('blob_sender_key', ['hash', 'pupil_id'])
    .execute();

  await schema
    .createTable('consent')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('pupil_id', 'text', (c) => c.notNull().references('pupil.id'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('party', 'text', (c) => c.notNull().check(sql`party in ('guardian', 'child')`))
    .addColumn('granted', 'integer', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('text_version', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('sheet')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('judge_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('assigned', 'started', 'submitted')`),
    )
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('submitted_at', 'bigint')
    .addUniqueConstraint('one_sheet_per_judge', ['round_id', 'entry_id', 'judge_id'])
    .execute();

  await schema
    .createTable('score')
    .addColumn('sheet_id', 'text', (c) => c.notNull().references('sheet.id'))
    .addColumn('criterion_id', 'text', (c) => c.notNull().references('criterion.id'))
    .addColumn('points', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('score_key', ['sheet_id', 'criterion_id'])
    .execute();

  await schema
    .createTable('result')
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('mean', 'double precision', (c) => c.notNull())
    .addColumn('sheet_count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('result_key', ['round_id', 'entry_id'])
    .execute();

  await schema
    .createTable('audit')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute();

  for (const [table, column] of [
    ['pupil', 'class_id'],
    ['school_class', 'school_id'],
    ['session', 'expires_at'],
    ['consent', 'pupil_id'],
    ['entry_author', 'pupil_id'],
    ['sheet', 'judge_id'],
    ['sheet', 'entry_id'],
    ['audit', 'at'],
  ] as const) {
    await schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  }
}
