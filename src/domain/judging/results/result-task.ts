import * as z from 'zod/mini';
import type { Rating } from '../models/rating-table.ts';

/** What stands for an entry, a judge or a criterion in papers that name nobody. */
export const Code = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));

export const Award = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  name: z.string().check(z.maxLength(120)),
  count: z.int().check(z.gte(0), z.lte(9999)),
});
export type Award = z.infer<typeof Award>;

/** The rules as the edition declared them before judging began. */
export const ResultRules = z.object({
  decides: z.enum(['raw', 'adjusted']),
  /** `median`, `pairs`, `draw`, or `criterion:CODE`; in their order. */
  tieBreak: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(16)),
  criteria: z
    .array(
      z.object({
        code: Code,
        name: z.string().check(z.maxLength(200)),
        max: z.int().check(z.gte(1), z.lte(100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(12)),
  /** Best prize first. Entries of one division are compared with each other. */
  divisions: z
    .array(
      z.object({
        id: z.string().check(z.maxLength(40)),
        name: z.string().check(z.maxLength(120)),
        prizes: z.array(Award).check(z.maxLength(12)),
      }),
    )
    .check(z.minLength(1), z.maxLength(16)),
});
export type ResultRules = z.infer<typeof ResultRules>;

export const ResultEntry = z.object({
  code: Code,
  divisionId: z.string().check(z.maxLength(40)),
});
export type ResultEntry = z.infer<typeof ResultEntry>;

/** A judge preferred one entry to another; `first` stood on the left. */
export const Preference = z.object({ winner: Code, loser: Code, first: Code });
export type Preference = z.infer<typeof Preference>;

/**
 * A prize line through a band: so many of its entries belong above it, and `entries[from … to]`
 * are those whose scores leave open whether they do.
 */
const BandLine = z.object({
  above: z.int().check(z.gte(0)),
  from: z.int().check(z.gte(0)),
  to: z.int().check(z.gte(0)),
});
export type BandLine = z.infer<typeof BandLine>;

/** The pairwise final of one uncertain band of a division, with the entries that were in it. */
export const BandFinal = z.object({
  divisionId: z.string().check(z.maxLength(40)),
  /** By score. */
  entries: z.array(Code).check(z.minLength(2), z.maxLength(400)),
  lines: z.array(BandLine).check(z.maxLength(12)),
  preferences: z.array(Preference).check(z.maxLength(20_000)),
  /** Pairs that were planned: a final that lacks one does not count. */
  planned: z.int().check(z.gte(1)),
});
export type BandFinal = z.infer<typeof BandFinal>;

/** The jury gave another prize than the rule proposes (null: none), and says why. */
export const PrizeChange = z.object({
  entry: Code,
  prizeId: z.nullable(z.string().check(z.maxLength(40))),
  reason: z.string().check(z.minLength(1), z.maxLength(1000)),
});
export type PrizeChange = z.infer<typeof PrizeChange>;

/** Everything a result follows from. The order within the lists plays no part. */
export type ResultTask = {
  readonly rules: ResultRules;
  readonly entries: readonly ResultEntry[];
  /** One per criterion of every submitted sheet. */
  readonly scores: readonly (Rating & { readonly criterion: string })[];
  readonly finals: readonly BandFinal[];
  readonly changes: readonly PrizeChange[];
  /** 32 bits, for lots. */
  readonly seed: number;
};
