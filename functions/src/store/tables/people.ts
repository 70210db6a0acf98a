import type { Generated } from 'kysely';
import type { Flag, Ms } from './columns.ts';

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
  /** What it looks at. */
  work: Generated<'drawing' | 'telling'>;
  /** Texts of the levels, best first, JSON. */
  levels: Generated<string>;
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

/** Who did what, for the organiser's actions and the ledger's. Only added to. */
export type AuditTable = {
  id: string;
  at: Ms;
  actor_id: string;
  action: string;
  subject: string;
  detail: string;
};
