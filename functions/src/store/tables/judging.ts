import type { Generated, Insertable } from 'kysely';
import type { Ms } from './columns.ts';

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
  /** Words for the author, JSON. */
  comment: Generated<string>;
  /** When the desk first opened it, and last said that somebody is at work on it. */
  opened_at: Ms | null;
  seen_at: Ms | null;
  /** Time at work, ms. */
  active_ms: Generated<number>;
};

/** A sheet as it is put in: what has a default may be left out. */
export type NewSheetRow = Insertable<SheetTable>;

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

/** What a judge asks the moderator to look at; one line per sheet, also of one taken out since. */
export type SheetFlagTable = {
  sheet_id: string;
  round_id: string;
  entry_id: string;
  judge_id: string;
  /** JSON. */
  reasons: string;
  note: string;
  raised_at: Ms;
  resolved_at: Ms | null;
  resolved_by: string | null;
  resolution: string | null;
};

/** Entries that judges score to calibrate; `id` is what judges know it by. `lines` is JSON. */
export type ReferenceEntryTable = {
  id: string;
  round_id: string;
  entry_id: string;
  position: number;
  comment: string;
  lines: string;
};

export type CalibrationSheetTable = {
  reference_id: string;
  judge_id: string;
  points: string;
  submitted_at: Ms;
};
