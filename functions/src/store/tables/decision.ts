import type { Flag, Ms } from './columns.ts';

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
