import * as z from 'zod/mini';
import { BlobHash } from '@domain/kernel/ids.ts';
import { Recording, Telling } from '@domain/story/telling.ts';
import { ToldView } from '@domain/story/told.ts';
import { route } from './route.ts';

/** At most this many bytes go in one piece; a weak line then loses little. */
export const PIECE_BYTES = 512 * 1024;
const MOST_PIECES = 16;

/** The telling of a draft as the server holds it; pages are named by their ids. */
export const DraftTelling = z.object({
  /** 0 when none was ever saved. */
  version: z.int().check(z.gte(0)),
  telling: z.nullable(Telling),
});
export type DraftTelling = z.infer<typeof DraftTelling>;

/** Null where an entry has no telling, or none that may be heard. */
const Told = z.object({ told: z.nullable(ToldView) });

export const joinRecording = route({
  id: 'joinRecording',
  method: 'post',
  path: '/api/recordings',
  action: 'blob.write',
  summary:
    'Make one recording of blobs that were sent, in their order: checked by its bytes, measured, and known from then on by its hash',
  body: z.object({ pieces: z.array(BlobHash).check(z.minLength(1), z.maxLength(MOST_PIECES)) }),
  answer: Recording,
});

export const openTelling = route({
  id: 'openTelling',
  method: 'get',
  path: '/api/entries/:entryId/telling',
  action: 'draft.read',
  summary: 'The newest telling of the draft',
  answer: DraftTelling,
});

export const saveTelling = route({
  id: 'saveTelling',
  method: 'put',
  path: '/api/entries/:entryId/telling',
  action: 'draft.write',
  summary:
    'Make a sent manifest the newest telling. A stale baseVersion is refused with telling.conflict',
  body: z.object({ baseVersion: z.int().check(z.gte(0)), tellingHash: BlobHash }),
  answer: z.object({ version: z.int() }),
});

export const readDraftRecording = route({
  id: 'readDraftRecording',
  method: 'get',
  path: '/api/entries/:entryId/recordings/:hash',
  action: 'draft.read',
  summary: 'A recording of the own entry',
  bytes: { out: 'audio/*' },
});

export const readOwnTold = route({
  id: 'readOwnTold',
  method: 'get',
  path: '/api/entries/:entryId/told',
  action: 'draft.read',
  summary: 'The telling that was submitted, to its author',
  answer: Told,
});

export const readOwnToldSound = route({
  id: 'readOwnToldSound',
  method: 'get',
  path: '/api/entries/:entryId/told/:recording',
  action: 'draft.read',
  summary: 'A recording of the submitted telling (counted from 0), to its author',
  bytes: { out: 'audio/*' },
});

export const readSheetTold = route({
  id: 'readSheetTold',
  method: 'get',
  path: '/api/sheets/:sheetId/told',
  action: 'sheet.read',
  summary: 'The telling of an entry to judge, without any identity',
  answer: Told,
});

export const readSheetSound = route({
  id: 'readSheetSound',
  method: 'get',
  path: '/api/sheets/:sheetId/told/:recording',
  action: 'sheet.read',
  summary: 'A recording of the telling to judge (counted from 0)',
  bytes: { out: 'audio/*' },
});

export const readGalleryTold = route({
  id: 'readGalleryTold',
  method: 'get',
  path: '/api/gallery/:entryId/told',
  action: 'gallery.read',
  summary: 'The telling of a published entry; what was spoken only where every voice may be heard',
  answer: Told,
});

export const readGallerySound = route({
  id: 'readGallerySound',
  method: 'get',
  path: '/api/gallery/:entryId/told/:recording',
  action: 'gallery.read',
  summary: 'A recording of the telling of a published entry (counted from 0)',
  bytes: { out: 'audio/*' },
});
