import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { EpochMs } from '../kernel/ids.ts';
import { Answer } from './question.ts';

/** How an edition scores its quiz round. */
export const QuizScoring = z.strictObject({
  /** Share of the points that speed may add, 0 to 0.2. Off unless the rules of the contest say so. */
  timeBonus: z.number().check(z.gte(0), z.lte(0.2)),
});
export type QuizScoring = z.infer<typeof QuizScoring>;

/** One answer as the server judged it: written once, never changed. */
export const Judgement = z.strictObject({
  /** Place in the paper, from 0. */
  seq: z.int().check(z.gte(0)),
  itemId: z.string(),
  itemVersion: z.int(),
  level: z.int().check(z.gte(1), z.lte(3)),
  answer: Answer,
  credit: z.number().check(z.gte(0), z.lte(1)),
  /** Server's time. */
  askedAt: z.int(),
  answeredAt: z.int(),
});
export type Judgement = z.infer<typeof Judgement>;

const POINTS_PER_ITEM = 100;
/** Up to this much thinking time costs nothing of the bonus; from the second on there is none left. */
const FULL_BONUS_MS = 10_000;
const NO_BONUS_MS = 60_000;

export type QuizScore = {
  /** 0 to 100 per item, times 1 + the bonus where there is one; rounded once, at the end. */
  readonly points: number;
  /** Mean credit, 0 to 1. */
  readonly accuracy: number;
  /** Mean credit of the hardest third of the paper: the first rule for ties. */
  readonly hardestThird: number;
  /** Server's time from question to answer, summed: the second rule for ties. */
  readonly thinkingMs: number;
};

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function speed({ askedAt, answeredAt }: Judgement): number {
  const left = (NO_BONUS_MS - (answeredAt - askedAt)) / (NO_BONUS_MS - FULL_BONUS_MS);
  return Math.min(1, Math.max(0, left));
}

/** The score of an attempt on a paper of so many items; an item without an answer has no credit. */
export function scoreAttempt(
  judgements: readonly Judgement[],
  items: number,
  { timeBonus }: QuizScoring,
): QuizScore {
  const credits = judgements.map(({ credit }) => credit);
  const padded = [...credits, ...Array<number>(Math.max(0, items - credits.length)).fill(0)];
  const points = judgements.reduce(
    (sum, judged) => sum + POINTS_PER_ITEM * judged.credit * (1 + timeBonus * speed(judged)),
    0,
  );
  // Papers go from easy to hard, so the hardest third is the last one.
  const hardest = padded.slice(Math.floor((items * 2) / 3));
  return {
    points: Math.round(points),
    accuracy: mean(padded),
    hardestThird: mean(hardest),
    thinkingMs: judgements.reduce((sum, { askedAt, answeredAt }) => sum + answeredAt - askedAt, 0),
  };
}

/** Best first: points, then the hardest third, then less thinking time. */
export function compareScores(a: QuizScore, b: QuizScore): number {
  return b.points - a.points || b.hardestThird - a.hardestThird || a.thinkingMs - b.thinkingMs;
}

/** The link before the first answer, from what the attempt was opened with. */
export function firstLink(attempt: {
  readonly attemptId: string;
  readonly pupilId: string;
  readonly paperHash: string;
  readonly startedAt: EpochMs;
}): string {
  const { attemptId, pupilId, paperHash, startedAt } = attempt;
  return hashOf([attemptId, pupilId, paperHash, startedAt]);
}

/**
 * SHA-256 over the link before and the judgement: nobody can change, drop or add an answer later
 * without every following link telling.
 */
export function nextLink(link: string, judgement: Judgement): string {
  const { seq, itemId, itemVersion, level, answer, credit, askedAt, answeredAt } = judgement;
  return hashOf([link, seq, itemId, itemVersion, level, answer, credit, askedAt, answeredAt]);
}

function hashOf(fields: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(fields))));
}
