import type { Ms } from './columns.ts';

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
