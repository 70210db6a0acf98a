import type { Generated } from 'kysely';

/** A moment, ms since 1970: `bigint` on Postgres, read back as a safe integer. */
type Ms = number;
/** 0 or 1 on both engines. */
export type Flag = 0 | 1;

export type UnitTable = {
  id: string;
  kind: 'province' | 'commune' | 'school';
  parent_id: string | null;
  name: string;
};

export type EditionTable = {
  id: string;
  /** At most one edition runs: `running` is 1 or null, and unique. */
  running: 1 | null;
  name: string;
  province_id: string;
  theme: string;
  min_pages: number;
  max_pages: number;
  judges_per_entry: number;
  is_demo: Flag;
  /** Counts receipts up within the edition. */
  last_receipt: number;
  /** What differs from the defaults of the settings, JSON. */
  settings: Generated<string>;
  /** Counts every change of the rules. */
  rules_version: Generated<number>;
  created_at: Ms;
};

export type RoundTable = {
  id: string;
  edition_id: string;
  position: number;
  opens_at: Ms;
  closes_at: Ms;
  submission_closed_at: Ms | null;
  judging_closed_at: Ms | null;
  published_at: Ms | null;
  version: number;
};

export type CriterionTable = {
  id: string;
  edition_id: string;
  position: number;
  name: string;
  description: string;
  max_points: number;
};

export type AccountTable = {
  id: string;
  role: 'teacher' | 'judge' | 'organiser';
  email: string;
  full_name: string;
  /** The school of a teacher; null for others. */
  school_id: string | null;
  /** argon2id; null until the invite is accepted, and always on Firebase. */
  password_hash: string | null;
  disabled_at: Ms | null;
  created_at: Ms;
};

/** One-time links. `account_id` null means: the first organiser of an empty contest. */
export type InviteTable = {
  token_hash: string;
  account_id: string | null;
  expires_at: Ms;
  used_at: Ms | null;
};

export type SessionTable = {
  token_hash: string;
  account_id: string | null;
  pupil_id: string | null;
  created_at: Ms;
  expires_at: Ms;
};

/** Failed tries per card (`card:ID`) and account (`account:EMAIL-HASH`). */
export type SignInFailureTable = {
  subject: string;
  count: number;
  last_at: Ms;
};

/** Tries per address and minute; rows of past minutes are swept away. */
export type AddressTryTable = {
  address: string;
  minute: number;
  count: number;
};

export type SchoolClassTable = {
  id: string;
  edition_id: string;
  school_id: string;
  name: string;
  code: string;
  /** Card numbers are never used twice within a class. */
  last_card_number: number;
  created_at: Ms;
};

export type ClassTeacherTable = { class_id: string; account_id: string };

export type PupilTable = {
  id: string;
  class_id: string;
  full_name: string;
  birth_date: string;
  card_number: number;
  /** Sealed with the key kept outside the database. */
  pin_sealed: string;
  secret_sealed: string;
  /** SHA-256 of the QR secret, to find the card by. */
  secret_hash: string;
  created_at: Ms;
};

export type TeamTable = { id: string; edition_id: string; school_id: string; name: string };

export type EntryTable = {
  id: string;
  edition_id: string;
  team_id: string | null;
  state: 'draft' | 'submitted';
  title: string;
  page_count: number;
  draft_version: number;
  /** Set together, once, by the submission. */
  receipt_number: string | null;
  blind_code: string | null;
  picture_hash: string | null;
  process_hash: string | null;
  /** Null also for an entry that was submitted without a telling. */
  telling_hash: string | null;
  submitted_at: Ms | null;
  created_at: Ms;
};

/** `edition_id` repeated so that one pupil is author of one entry per edition, by constraint. */
export type EntryAuthorTable = {
  entry_id: string;
  pupil_id: string;
  edition_id: string;
  position: number;
};

/** Every version that was ever saved. `side` 1: it lost a conflict and is kept beside. */
export type DraftVersionTable = {
  entry_id: string;
  version: number;
  side: Flag;
  process_hash: string;
  saved_at: Ms;
};

/** A blob that is a clean recording, with what the server measured of it. */
export type RecordingTable = { hash: string; media_type: string; duration_ms: number };

/** Every version of a draft's telling that was saved. */
export type TellingVersionTable = {
  entry_id: string;
  version: number;
  telling_hash: string;
  saved_at: Ms;
};

export type BlobTable = {
  hash: string;
  size_bytes: number;
  media_type: string;
  created_at: Ms;
};

/** Which pupil sent a blob: only its sender may refer to it. */
export type BlobSenderTable = { hash: string; pupil_id: string };

export type ConsentTable = {
  id: string;
  pupil_id: string;
  purpose: 'take-part' | 'judge' | 'gallery' | 'voice' | 'name' | 'print';
  party: 'guardian' | 'child';
  granted: Flag;
  evidence: 'paper-slip';
  text_version: string;
  recorded_by: string;
  recorded_at: Ms;
};

export type SheetTable = {
  id: string;
  round_id: string;
  entry_id: string;
  judge_id: string;
  /** The judge's own shuffled order. */
  position: number;
  state: 'assigned' | 'started' | 'submitted';
  note: string;
  version: number;
  submitted_at: Ms | null;
  /** When the judge last saved or handed in. */
  touched_at: Ms | null;
};

export type ScoreTable = { sheet_id: string; criterion_id: string; points: number };

/** What keeps a judge from an entry. Whoever is tied to it is never seated. */
export type JudgeTieTable = {
  id: string;
  judge_id: string;
  kind: 'school' | 'class' | 'teacher' | 'commune' | 'pupil' | 'entry';
  subject_id: string;
  source: 'organiser' | 'judge';
  note: string;
  recorded_by: string;
  recorded_at: Ms;
};

/** The most sheets a judge takes in a round; no row: no limit. */
export type JudgeCapacityTable = { round_id: string; judge_id: string; capacity: number };

/** Entries that every judge scores. */
export type RoundAnchorTable = { round_id: string; entry_id: string };

/** One run of assigning as it was confirmed; `report` is JSON. */
export type AssignmentRunTable = {
  id: string;
  round_id: string;
  position: number;
  at: Ms;
  actor_id: string;
  seed: number;
  report: string;
};

/** Sheets taken out for a conflict, whole, as JSON. */
export type RecusedSheetTable = {
  id: string;
  round_id: string;
  entry_id: string;
  judge_id: string;
  content: string;
  at: Ms;
};

/** The ranking as it was published. */
export type ResultTable = {
  round_id: string;
  entry_id: string;
  rank: number;
  mean: number;
  sheet_count: number;
};

/** A pairwise final of one band; `entries` is JSON: entry ids by score, and lines. */
export type FinalTable = {
  id: string;
  round_id: string;
  division_id: string;
  position: number;
  seed: number;
  entries: string;
  begun_at: Ms;
  begun_by: string;
};

/** `judge_id` null: no judge is free of conflict with both. */
export type FinalPairTable = {
  id: string;
  final_id: string;
  left_entry_id: string;
  right_entry_id: string;
  judge_id: string | null;
  position: number;
  chosen: 'left' | 'right' | null;
  chosen_at: Ms | null;
};

/** What the jury did to a proposed prize; the newest line of an entry holds. */
export type PrizeChangeTable = {
  id: string;
  round_id: string;
  entry_id: string;
  position: number;
  /** 1: back to the proposal. */
  withdrawn: Flag;
  prize_id: string | null;
  reason: string;
  actor_id: string;
  at: Ms;
};

/** Who signed which result before version `version` was frozen. */
export type ResultSignatureTable = {
  round_id: string;
  version: number;
  account_id: string;
  result_sha256: string;
  signed_at: Ms;
};

/** A frozen result; its archive is a blob. */
export type DecisionTable = {
  id: string;
  round_id: string;
  version: number;
  result_sha256: string;
  archive_hash: string;
  frozen_at: Ms;
  frozen_by: string;
  published_at: Ms | null;
  reopened_at: Ms | null;
  reopened_by: string | null;
  reopen_reason: string | null;
};

/** Who did what, for the organiser's actions and the ledger's. Only added to. */
export type AuditTable = {
  id: string;
  at: Ms;
  actor_id: string;
  action: string;
  subject: string;
  detail: string;
};

export type QuizPaperTable = {
  edition_id: string;
  division_id: string;
  seed: number;
  /** JSON: the ids of the items, in their order. */
  item_ids: string;
  paper_hash: string;
  drawn_at: Ms;
};

export type QuizAttemptTable = {
  id: string;
  edition_id: string;
  division_id: string;
  pupil_id: string;
  seed: number;
  started_at: Ms;
  ends_at: Ms;
  next_seq: number;
  asked_at: Ms;
  closed_at: Ms | null;
  /** Last link of the chain of answers. */
  link: string;
};

export type QuizAnswerTable = { attempt_id: string; seq: number; judgement: string; link: string };

/** Shares in thousandths of the pages' area. */
export type EntryEvidenceTable = {
  entry_id: string;
  picture_hash: string;
  film_hash: string | null;
  drawn: number;
  stamped: number;
  photographed: number;
  written: number;
  made_at: Ms;
};

export type Database = {
  unit: UnitTable;
  edition: EditionTable;
  round: RoundTable;
  criterion: CriterionTable;
  account: AccountTable;
  invite: InviteTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  address_try: AddressTryTable;
  school_class: SchoolClassTable;
  class_teacher: ClassTeacherTable;
  pupil: PupilTable;
  team: TeamTable;
  entry: EntryTable;
  entry_author: EntryAuthorTable;
  draft_version: DraftVersionTable;
  blob: BlobTable;
  blob_sender: BlobSenderTable;
  recording: RecordingTable;
  telling_version: TellingVersionTable;
  consent: ConsentTable;
  sheet: SheetTable;
  score: ScoreTable;
  judge_tie: JudgeTieTable;
  judge_capacity: JudgeCapacityTable;
  round_anchor: RoundAnchorTable;
  assignment_run: AssignmentRunTable;
  recused_sheet: RecusedSheetTable;
  result: ResultTable;
  final: FinalTable;
  final_pair: FinalPairTable;
  prize_change: PrizeChangeTable;
  result_signature: ResultSignatureTable;
  decision: DecisionTable;
  audit: AuditTable;
  quiz_paper: QuizPaperTable;
  quiz_attempt: QuizAttemptTable;
  quiz_answer: QuizAnswerTable;
  entry_evidence: EntryEvidenceTable;
};
