import type { Generated, Insertable } from 'kysely';
import type { Flag, Ms } from './columns.ts';

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

/** `side` 1: it lost a conflict and is kept beside. */
export type DraftVersionTable = {
  entry_id: string;
  version: number;
  side: Flag;
  process_hash: string;
  saved_at: Ms;
  /** Events of its log; null for versions of an earlier program. */
  event_count: number | null;
  /** 1: the version saved on top of it does not go on from it, so it is never thinned. */
  for_good: Generated<Flag>;
};

export type NewDraftVersionRow = Insertable<DraftVersionTable>;

/** Files that nothing refers to any more, until they are removed. */
export type LeavingBlobTable = { hash: string; since: Ms };

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

/** A photograph: documents name what was sent, the blob is what the server drew of it. */
export type PhotoTable = {
  sent_hash: string;
  stored_hash: string;
  width: number;
  height: number;
};
