import * as z from 'zod/mini';
import { BlindCode } from '@domain/entry/entry.ts';
import { FLAG_KINDS } from '@domain/judging/results/judge-flags.ts';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { text } from '@domain/kernel/text.ts';
import { route } from './route.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Prize = z.object({ id: z.string(), name: z.string(), count: z.int() });

/** Why raw means decide. */
const RawReason = z.nullable(
  z.enum(['disconnected', 'few-sheets', 'not-estimable', 'no-judge-variance', 'declared']),
);

export const FinalView = z.object({
  entries: z.int(),
  planned: z.int(),
  judged: z.int(),
  /** Pairs that nobody may judge. */
  unseated: z.int(),
  reliability: z.nullable(z.number()),
  counts: z.boolean(),
});
export type FinalView = z.infer<typeof FinalView>;

export const RankingRow = z.object({
  entryId: Id,
  rank: z.nullable(z.int()),
  sheetCount: z.int(),
  sheetsExpected: z.int(),
  blindCode: BlindCode,
  receiptNumber: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  className: z.string(),
  schoolName: z.string(),
  galleryAllowed: z.boolean(),
  printAllowed: z.boolean(),
  /** Points; null without a submitted sheet. */
  raw: z.nullable(z.number()),
  adjusted: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  /** The rule that put it behind the one before: `median`, `criterion:NAME`, `pairs`, `draw`, `final`. */
  brokenBy: z.nullable(z.string()),
  /** Probability of each prize of the division, and of any. */
  chances: z.array(z.number()),
  anyPrize: z.number(),
  inBand: z.boolean(),
  ability: z.nullable(z.number()),
  proposed: z.nullable(z.string()),
  prize: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type RankingRow = z.infer<typeof RankingRow>;

export const RankingDivision = z.object({
  id: z.string(),
  name: z.string(),
  decides: z.enum(['raw', 'adjusted']),
  reason: RawReason,
  prizes: z.array(Prize),
  finals: z.array(FinalView),
  /** Bands that a final could still put in order. */
  bandCount: z.int(),
  rows: z.array(RankingRow),
});
export type RankingDivision = z.infer<typeof RankingDivision>;

export const readRanking = route({
  id: 'readRanking',
  method: 'get',
  path: '/api/organiser/round/ranking',
  action: 'round.oversee',
  summary:
    'Entries by division with raw and adjusted score. While judging is open it is provisional',
  answer: z.object({
    provisional: z.boolean(),
    maxTotal: z.int(),
    divisions: z.array(RankingDivision),
  }),
});

const IccView = z.nullable(z.object({ value: z.number(), low: z.number(), high: z.number() }));

export const readFlags = route({
  id: 'readFlags',
  method: 'get',
  path: '/api/organiser/round/flags',
  action: 'round.oversee',
  summary: 'How far judges agree, and what a person should look at; nothing is removed for a flag',
  answer: z.object({
    judges: z.int(),
    sheets: z.int(),
    alpha: z.nullable(z.number()),
    icc: z.object({ single: IccView, average: IccView }),
    /** Reliability of an entry's score: 1 − mean squared error / (that + variance of entries). */
    reliability: z.nullable(z.number()),
    flags: z.array(
      z.object({
        kind: z.enum(FLAG_KINDS),
        judgeName: z.string(),
        value: z.number(),
        limit: z.number(),
        sheets: z.int(),
      }),
    ),
  }),
});

export const DecisionRow = z.object({
  entryId: Id,
  rank: z.int(),
  blindCode: BlindCode,
  title: z.string(),
  authors: z.array(z.string()),
  className: z.string(),
  schoolName: z.string(),
  score: z.number(),
  proposed: z.nullable(z.string()),
  prize: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

export const Decision = z.object({
  state: z.enum(['judging', 'open', 'frozen', 'published']),
  /** Of the result as it stands; null while there is none. */
  resultSha256: z.nullable(Sha256),
  /** The version that freezing would write, or has written. */
  version: z.int(),
  signatures: z.array(
    z.object({ name: z.string(), signedAt: EpochMs, valid: z.boolean(), own: z.boolean() }),
  ),
  divisions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      decides: z.enum(['raw', 'adjusted']),
      reason: RawReason,
      prizes: z.array(Prize),
      finals: z.array(FinalView),
      bandCount: z.int(),
      rows: z.array(DecisionRow),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.int(),
      resultSha256: Sha256,
      frozenAt: EpochMs,
      frozenBy: z.string(),
      publishedAt: z.nullable(EpochMs),
      reopenedAt: z.nullable(EpochMs),
      reopenedBy: z.nullable(z.string()),
      reopenReason: z.nullable(z.string()),
    }),
  ),
});
export type Decision = z.infer<typeof Decision>;

export const readDecision = route({
  id: 'readDecision',
  method: 'get',
  path: '/api/organiser/decision',
  action: 'decision.read',
  summary: 'The prizes as they stand, who signed them, and every frozen version',
  answer: Decision,
});

export const beginFinal = route({
  id: 'beginFinal',
  method: 'post',
  path: '/api/organiser/decision/final',
  action: 'final.begin',
  summary: 'Plan the pairwise final of every uncertain band of a division, all pairs at once',
  body: z.object({ divisionId: z.string().check(z.maxLength(40)) }),
  answer: Decision,
});

export const changePrize = route({
  id: 'changePrize',
  method: 'put',
  path: '/api/organiser/decision/prizes/:entryId',
  action: 'decision.change',
  summary: 'Give an entry another prize than the rule proposes (null: none), with the reason',
  body: z.object({
    prizeId: z.nullable(z.string().check(z.maxLength(40))),
    reason: text(3, 500),
  }),
  answer: Decision,
});

export const restorePrize = route({
  id: 'restorePrize',
  method: 'delete',
  path: '/api/organiser/decision/prizes/:entryId',
  action: 'decision.change',
  summary: 'Back to the prize that the rule proposes',
  answer: Decision,
});

export const signDecision = route({
  id: 'signDecision',
  method: 'post',
  path: '/api/organiser/decision/signature',
  action: 'decision.sign',
  summary: 'Sign the result that one has seen, by its SHA-256',
  body: z.object({ resultSha256: Sha256 }),
  answer: Decision,
});

export const freezeDecision = route({
  id: 'freezeDecision',
  method: 'post',
  path: '/api/organiser/decision/frozen',
  action: 'decision.freeze',
  summary: 'Freeze the result that two people signed, with its archive',
  answer: Decision,
});

export const reopenDecision = route({
  id: 'reopenDecision',
  method: 'post',
  path: '/api/organiser/decision/reopening',
  action: 'decision.reopen',
  summary: 'Reopen a frozen result; what follows is a new version beside the old',
  body: z.object({ reason: text(3, 500) }),
  answer: Decision,
});

export const readArchive = route({
  id: 'readArchive',
  method: 'get',
  path: '/api/organiser/decision/versions/:version/archive',
  action: 'decision.read',
  summary: 'The archive of a frozen version, which `judging verify` recomputes',
  bytes: { out: 'application/zip' },
});

export const readMinutes = route({
  id: 'readMinutes',
  method: 'get',
  path: '/api/organiser/decision/minutes',
  action: 'decision.read',
  summary: 'The minutes of judging, PDF in Vietnamese',
  bytes: { out: 'application/pdf' },
});

export const readAwardList = route({
  id: 'readAwardList',
  method: 'get',
  path: '/api/organiser/decision/awards',
  action: 'decision.read',
  summary: 'The decision on the prizes with its list, PDF in Vietnamese',
  bytes: { out: 'application/pdf' },
});

export const readSheetsWorkbook = route({
  id: 'readSheetsWorkbook',
  method: 'get',
  path: '/api/organiser/decision/sheets.xlsx',
  action: 'decision.read',
  summary: 'Every submitted sheet, XLSX',
  bytes: { out: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

export const readSheetsCsv = route({
  id: 'readSheetsCsv',
  method: 'get',
  path: '/api/organiser/decision/sheets.csv',
  action: 'decision.read',
  summary: 'Every submitted sheet, CSV for spreadsheets',
  bytes: { out: 'text/csv' },
});

export const readRatingsCsv = route({
  id: 'readRatingsCsv',
  method: 'get',
  path: '/api/organiser/decision/ratings.csv',
  action: 'decision.read',
  summary: 'RATINGS.csv, which `judging fit` reads; nobody is named',
  bytes: { out: 'text/csv' },
});
