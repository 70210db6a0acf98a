import * as z from 'zod/mini';
import { BlindCode } from '@domain/entry/entry.ts';
import { ChildComment } from '@domain/judging/child-comment.ts';
import { FlagReason } from '@domain/judging/sheet-flag.ts';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { text } from '@domain/kernel/text.ts';
import { route } from './route.ts';

export const RaisedFlags = z.object({
  flags: z.array(
    z.object({
      sheetId: Id,
      entryId: Id,
      blindCode: BlindCode,
      title: z.string(),
      pageCount: z.int(),
      judgeName: z.string(),
      reasons: z.array(FlagReason),
      note: z.string(),
      raisedAt: EpochMs,
      resolvedAt: z.nullable(EpochMs),
      resolvedBy: z.nullable(z.string()),
      resolution: z.nullable(z.string()),
    }),
  ),
});
export type RaisedFlags = z.infer<typeof RaisedFlags>;

export const listRaisedFlags = route({
  id: 'listRaisedFlags',
  method: 'get',
  path: '/api/organiser/raised-flags',
  action: 'flag.read',
  summary: 'What judges asked the moderator to look at, open ones first',
  answer: RaisedFlags,
});

export const resolveFlag = route({
  id: 'resolveFlag',
  method: 'post',
  path: '/api/organiser/raised-flags/:sheetId/resolution',
  action: 'flag.resolve',
  summary: 'Say what was done about it',
  body: z.object({ resolution: text(3, 400) }),
  answer: RaisedFlags,
});

export const readComments = route({
  id: 'readComments',
  method: 'get',
  path: '/api/entries/:entryId/comments',
  action: 'comment.read',
  summary: 'What judges say to the child, without names; none before the results are published',
  answer: z.object({ comments: z.array(ChildComment) }),
});
