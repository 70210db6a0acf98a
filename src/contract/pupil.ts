import * as z from 'zod/mini';
import { EditionView } from '@domain/contest/edition.ts';
import { EntryState, Receipt } from '@domain/entry/entry.ts';
import { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import { route } from './route.ts';

/** The draft as the server holds it: one process blob, numbered versions. */
export const DraftView = z.object({
  entryId: Id,
  state: EntryState,
  /** 0 when nothing was ever saved. */
  version: z.int().check(z.gte(0)),
  processHash: z.nullable(BlobHash),
  savedAt: z.nullable(EpochMs),
  receipt: z.nullable(Receipt),
});
export type DraftView = z.infer<typeof DraftView>;

/** A version of the draft that the server keeps. */
export const DraftCopy = z.object({
  version: z.int().check(z.gte(1)),
  /** True for one that was kept beside the draft when two machines had drawn on from the same. */
  side: z.boolean(),
  savedAt: EpochMs,
  processHash: BlobHash,
});
export type DraftCopy = z.infer<typeof DraftCopy>;

export const HarbourView = z.object({
  fullName: z.string(),
  /** Which drawing table the studio lays first. */
  ageBand: z.enum(['6-8', '9-12', '13-18']),
  className: z.string(),
  schoolName: z.string(),
  edition: EditionView,
  entry: z.nullable(
    z.object({
      state: EntryState,
      title: z.string(),
      pageCount: z.int(),
      savedAt: z.nullable(EpochMs),
      receipt: z.nullable(Receipt),
    }),
  ),
});
export type HarbourView = z.infer<typeof HarbourView>;

export const readHarbour = route({
  id: 'readHarbour',
  method: 'get',
  path: '/api/harbour',
  action: 'harbour.read',
  summary: "The pupil's room: edition, own entry, receipt",
  answer: HarbourView,
});

export const openDraft = route({
  id: 'openDraft',
  method: 'post',
  path: '/api/draft',
  action: 'harbour.read',
  summary: "The pupil's entry of this edition, begun when there is none",
  answer: DraftView,
});

export const listMissingBlobs = route({
  id: 'listMissingBlobs',
  method: 'post',
  path: '/api/blobs/missing',
  action: 'blob.write',
  summary: 'Which of these blobs the server still needs',
  body: z.object({ hashes: z.array(BlobHash).check(z.maxLength(200)) }),
  answer: z.object({ missing: z.array(BlobHash) }),
});

export const putBlob = route({
  id: 'putBlob',
  method: 'put',
  path: '/api/blobs/:hash',
  action: 'blob.write',
  summary: 'Send a blob; repeating is harmless',
  bytes: { in: 'application/octet-stream' },
});

export const readDraftBlob = route({
  id: 'readDraftBlob',
  method: 'get',
  path: '/api/entries/:entryId/draft/:version/process',
  action: 'draft.read',
  summary: 'The process blob of a saved version of the draft',
  bytes: { out: 'application/octet-stream' },
});

export const listDraftVersions = route({
  id: 'listDraftVersions',
  method: 'get',
  path: '/api/entries/:entryId/draft/versions',
  action: 'draft.read',
  summary: 'The kept versions of the draft worth going back to, newest first, at most 30',
  answer: z.object({ copies: z.array(DraftCopy).check(z.maxLength(30)) }),
});

export const readDraftCopy = route({
  id: 'readDraftCopy',
  method: 'get',
  path: '/api/entries/:entryId/draft/copies/:hash',
  action: 'draft.read',
  summary: 'The process blob of a kept version of the draft, side versions included',
  bytes: { out: 'application/octet-stream' },
});

export const saveDraft = route({
  id: 'saveDraft',
  method: 'put',
  path: '/api/entries/:entryId/draft',
  action: 'draft.write',
  summary:
    'Make a sent blob the newest version. A stale baseVersion is refused with draft.conflict, and the blob is kept as a side version',
  body: z.object({ baseVersion: z.int().check(z.gte(0)), processHash: BlobHash }),
  answer: DraftView,
});

export const submitEntry = route({
  id: 'submitEntry',
  method: 'post',
  path: '/api/entries/:entryId/submission',
  action: 'entry.submit',
  summary:
    'Submit picture, process and, where there is one, telling; the same submission again gives the same receipt',
  body: z.object({
    pictureHash: BlobHash,
    processHash: BlobHash,
    tellingHash: z._default(z.nullable(BlobHash), null),
  }),
  answer: Receipt,
});

export const readOwnPage = route({
  id: 'readOwnPage',
  method: 'get',
  path: '/api/entries/:entryId/pages/:page',
  action: 'draft.read',
  summary: 'A page of the submitted entry as its author sees it (page counts from 1)',
  bytes: { out: 'image/webp' },
});
