import * as z from 'zod/mini';
import { IsoDay } from '../kernel/ids.ts';
import { lineOfText } from '../kernel/text.ts';
import { lacksAttribution } from './attribution.ts';
import { KINDS } from './kinds/kinds.ts';
import { words } from './words.ts';

export const TOPICS = [
  'geography',
  'law',
  'history',
  'economy',
  'environment',
  'cooperation',
  'phu-tho',
] as const;
export type Topic = (typeof TOPICS)[number];

/** 1 for primary, 2 for lower secondary, 3 for upper secondary school. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Where the fact was read. `V` in a published page that quotes the primary text, `V2` in a secondary
 * quotation, `D` derived from such data. A fact that nobody checked has no status and no item.
 */
export const Source = z.strictObject({
  title: lineOfText(3, 200),
  /** Article, page, row or date within it. */
  ref: lineOfText(1, 160),
  url: z.string().check(z.regex(/^https:\/\/[^\s"<>]{4,300}$/)),
});

const Body = z.discriminatedUnion('kind', [
  KINDS.single.body,
  KINDS.multiple.body,
  KINDS.order.body,
  KINDS.match.body,
  KINDS.sort.body,
  KINDS.estimate.body,
  KINDS.cloze.body,
  KINDS.verdict.body,
  KINDS.pin.body,
  KINDS.zone.body,
  KINDS.measure.body,
]);
export type ItemBody = z.infer<typeof Body>;

const Review = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft'), reviewer: z.null(), reviewedAt: z.null() }),
  z.strictObject({ state: z.literal('reviewed'), reviewer: lineOfText(2, 80), reviewedAt: IsoDay }),
]);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** One question of the bank, keys included: never leaves the server as it is (see question.ts). */
export const Item = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{2,39}$/)),
    version: z.int().check(z.gte(1)),
    pool: z.enum(['practice', 'contest']),
    topic: z.enum(TOPICS),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** Facts it teaches: spaced review remembers facts, not items. The first is the one it asks for. */
    facts: z
      .array(z.string().check(z.regex(/^[A-H]\d{1,2}$/)))
      .check(z.minLength(1), z.maxLength(6)),
    stem: words(400),
    body: Body,
    explanation: words(600),
    source: Source,
    status: z.enum(['V', 'V2', 'D']),
    /** The day for which a number or a state of things was true. */
    asOf: z.nullable(IsoDay),
    validFrom: z.nullable(IsoDay),
    validTo: z.nullable(IsoDay),
    review: Review,
  })
  .check(
    z.refine(
      ({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom < validTo,
      { path: ['validTo'], error: 'ends before it begins' },
    ),
    z.refine(({ body, asOf }) => body.kind !== 'estimate' || asOf !== null, {
      path: ['asOf'],
      error: 'a number needs the day for which it was true',
    }),
    // Both ends of what is to be measured travel with the question: a key in all but name.
    z.refine(({ body, pool }) => body.kind !== 'measure' || pool === 'practice', {
      path: ['pool'],
      error: 'a measuring item gives its key away: practice only',
    }),
    z.refine(
      ({ stem, body, explanation }) => {
        const bodyTexts = textsOf(body);
        return (
          !lacksAttribution([stem.vi, explanation.vi, ...bodyTexts]) &&
          !lacksAttribution([stem.en, explanation.en, ...bodyTexts])
        );
      },
      {
        path: ['explanation'],
        error: 'sovereignty over the archipelagos without its document',
      },
    ),
  );
export type Item = z.infer<typeof Item>;

/** One file of content/quiz. */
export const Pack = z.strictObject({
  title: words(120),
  version: z.int().check(z.gte(1)),
  items: z.array(Item).check(z.minLength(1), z.maxLength(400)),
});
export type Pack = z.infer<typeof Pack>;

/** True when the item may be asked on this day. */
export function isValidOn({ validFrom, validTo }: Item, day: IsoDay): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}
