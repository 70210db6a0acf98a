import * as z from 'zod/mini';
import { BlindCode } from '@domain/entry/entry.ts';
import { Id } from '@domain/kernel/ids.ts';
import { route } from './route.ts';

const Side = z.enum(['left', 'right']);
const PairEntry = z.object({
  blindCode: BlindCode,
  title: z.string(),
  captions: z.array(z.string()),
  /** What the author wrote for who cannot see a page; may be empty. */
  altTexts: z.array(z.string()),
});

/** Everything a judge may know of two entries. Closed: nothing else travels on these routes. */
export const PairView = z.object({
  id: Id,
  chosen: z.nullable(Side),
  open: z.boolean(),
  left: PairEntry,
  right: PairEntry,
});
export type PairView = z.infer<typeof PairView>;

export const listPairs = route({
  id: 'listPairs',
  method: 'get',
  path: '/api/pairs',
  action: 'pair.list',
  summary: "The judge's own pairs of the final, in the order of the plan",
  answer: z.object({
    open: z.boolean(),
    pairs: z.array(z.object({ id: Id, chosen: z.nullable(Side) })),
  }),
});

export const readPair = route({
  id: 'readPair',
  method: 'get',
  path: '/api/pairs/:pairId',
  action: 'pair.read',
  summary: 'Two entries to compare, without any identity',
  answer: PairView,
});

export const readPairPage = route({
  id: 'readPairPage',
  method: 'get',
  path: '/api/pairs/:pairId/:side/pages/:page',
  action: 'pair.read',
  summary: 'A page of one of the two entries (page counts from 1)',
  bytes: { out: 'image/webp' },
});

export const choosePair = route({
  id: 'choosePair',
  method: 'put',
  path: '/api/pairs/:pairId/choice',
  action: 'pair.write',
  summary: 'Say which of the two is better; may be changed until the result is frozen',
  body: z.object({ chosen: Side }),
  answer: PairView,
});
