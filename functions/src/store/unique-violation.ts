/**
 * The unique rules of the tables that a use case may run into, with what each covers: Postgres
 * names the rule it refuses by, SQLite only the columns (or the index, where it has an expression).
 */
export const UNIQUE_RULES = {
  account_email_key: 'account.email',
  address_try_key: 'address_try.address, address_try.minute',
  blob_sender_key: 'blob_sender.hash, blob_sender.pupil_id',
  class_name: 'school_class.edition_id, school_class.school_id, school_class.name',
  class_teacher_key: 'class_teacher.class_id, class_teacher.account_id',
  draft_version_key: 'draft_version.entry_id, draft_version.version, draft_version.process_hash',
  edition_running_key: 'edition.running',
  entry_author_key: 'entry_author.entry_id, entry_author.pupil_id',
  entry_blind_code: 'entry.edition_id, entry.blind_code',
  entry_receipt: 'entry.edition_id, entry.receipt_number',
  one_entry_per_pupil: 'entry_author.edition_id, entry_author.pupil_id',
  one_sheet_per_judge: 'sheet.round_id, sheet.entry_id, sheet.judge_id',
  pupil_card: 'pupil.class_id, pupil.card_number',
  pupil_secret_hash_key: 'pupil.secret_hash',
  result_key: 'result.round_id, result.entry_id',
  round_position: 'round.edition_id, round.position',
  school_class_code_key: 'school_class.code',
  score_key: 'score.sheet_id, score.criterion_id',
  team_name: 'team.edition_id, team.school_id, team.name',
  unit_name: "index 'unit_name'",
} as const;

export type UniqueRule = keyof typeof UNIQUE_RULES;

const POSTGRES_UNIQUE_VIOLATION = '23505';
const SQLITE_UNIQUE = 'SQLITE_CONSTRAINT_UNIQUE';
const SQLITE_PRIMARY_KEY = 'SQLITE_CONSTRAINT_PRIMARYKEY';

/** True when the database refused a row because `rule` (or, without one, any) was broken. */
export function isUniqueViolation(error: unknown, rule?: UniqueRule): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === POSTGRES_UNIQUE_VIOLATION) {
    return rule === undefined || ('constraint' in error && error.constraint === rule);
  }
  if (error.code !== SQLITE_UNIQUE && error.code !== SQLITE_PRIMARY_KEY) return false;
  return rule === undefined || error.message.endsWith(`: ${UNIQUE_RULES[rule]}`);
}
