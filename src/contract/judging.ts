import * as z from 'zod/mini';
import { BlindCode } from '@domain/entry/entry.ts';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { ChildComment, NO_COMMENT } from '@domain/judging/child-comment.ts';
import { SheetFlag } from '@domain/judging/sheet-flag.ts';
import { CriterionView, Points, PrivateNote, SheetState } from '@domain/judging/sheet.ts';
import { route } from './route.ts';

export const SheetSummary = z.object({
  id: Id,
  blindCode: BlindCode,
  title: z.string(),
  pageCount: z.int(),
  state: SheetState,
  /** The judge's own. */
  points: Points,
  total: z.nullable(z.int()),
});
export type SheetSummary = z.infer<typeof SheetSummary>;

export const SheetList = z.object({
  judgingOpen: z.boolean(),
  /** Sheets that open once the reference entries are scored. */
  waiting: z.int(),
  criteria: z.array(CriterionView),
  sheets: z.array(SheetSummary),
});
export type SheetList = z.infer<typeof SheetList>;

/** Everything a judge may know of an entry. Closed: nothing else travels on judging routes. */
export const SheetView = z.object({
  id: Id,
  blindCode: BlindCode,
  title: z.string(),
  captions: z.array(z.string()),
  /** What the author wrote for who cannot see the page, by page; '' where nothing was written. */
  altTexts: z.array(z.string()),
  criteria: z.array(CriterionView),
  points: Points,
  note: z.string(),
  comment: ChildComment,
  flag: z.nullable(z.extend(SheetFlag, { resolved: z.boolean() })),
  version: z.int(),
  state: SheetState,
  submittedAt: z.nullable(EpochMs),
});
export type SheetView = z.infer<typeof SheetView>;

export const listSheets = route({
  id: 'listSheets',
  method: 'get',
  path: '/api/sheets',
  action: 'sheet.list',
  summary: "The judge's own sheets, in the judge's own order",
  answer: SheetList,
});

export const readSheet = route({
  id: 'readSheet',
  method: 'get',
  path: '/api/sheets/:sheetId',
  action: 'sheet.read',
  summary: 'One entry to judge, without any identity',
  answer: SheetView,
});

export const readSheetPage = route({
  id: 'readSheetPage',
  method: 'get',
  path: '/api/sheets/:sheetId/pages/:page',
  action: 'sheet.read',
  summary: 'A page of the entry (page counts from 1)',
  bytes: { out: 'image/webp' },
});

const SheetBody = z.object({
  version: z.int().check(z.gte(0)),
  points: Points,
  note: PrivateNote,
  comment: z._default(ChildComment, NO_COMMENT),
  flag: z._default(z.nullable(SheetFlag), null),
});

export const saveSheet = route({
  id: 'saveSheet',
  method: 'put',
  path: '/api/sheets/:sheetId',
  action: 'sheet.write',
  summary: 'Keep an unfinished sheet',
  body: SheetBody,
  answer: SheetView,
});

export const submitSheet = route({
  id: 'submitSheet',
  method: 'post',
  path: '/api/sheets/:sheetId/submission',
  action: 'sheet.write',
  summary: 'Hand in a full sheet; the same sheet again is no error',
  body: SheetBody,
  answer: SheetView,
});

export const touchSheet = route({
  id: 'touchSheet',
  method: 'post',
  path: '/api/sheets/:sheetId/touch',
  action: 'sheet.write',
  summary: 'Say that the judge is at work on a sheet; the server reckons the time',
});
