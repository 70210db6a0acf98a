import * as z from 'zod/mini';
import { lacksAttribution } from '../quiz/attribution.ts';
import { Source } from '../quiz/item.ts';
import { PartId, parts, words } from '../quiz/words.ts';

const DeckId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));

/** Where what a card teaches was read. Decks and the contest's questions share no fact. */
const origin = {
  facts: z.array(z.string().check(z.regex(/^[A-H]\d{1,2}$/))).check(z.maxLength(4)),
  status: z.enum(['V', 'V2', 'D']),
  source: Source,
};
const version = z.int().check(z.gte(1));

function textsIn(value: unknown, locale: 'vi' | 'en'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (locale in value) return [String((value as Record<string, unknown>)[locale])];
  return Object.values(value).flatMap((inner) => textsIn(inner, locale));
}

const attributed = z.refine<unknown>(
  (card) => !lacksAttribution(textsIn(card, 'vi')) && !lacksAttribution(textsIn(card, 'en')),
  { error: 'sovereignty over the archipelagos without its document' },
);
const cards = <Card extends z.core.$ZodType>(card: Card, min: number) =>
  z.array(card).check(z.minLength(min));

export const TimelineDeckCard = z
  .strictObject({
    id: DeckId,
    year: z.int().check(z.gte(1000), z.lte(2100)),
    title: words(80),
    about: words(300),
    ...origin,
  })
  .check(attributed);
export type TimelineDeckCard = z.infer<typeof TimelineDeckCard>;

export const NewsPost = z
  .strictObject({
    id: DeckId,
    /** An invented account: no real person or State says anything in this game. */
    account: words(40),
    claim: words(240),
    /** The words that are wrong or stand on nothing, as they are in the claim; null when it is true. */
    wrong: z.nullable(words(80)),
    verdict: z.enum(['true', 'false', 'not-enough']),
    evidence: z
      .array(z.strictObject({ id: PartId, title: words(80), says: words(240) }))
      .check(z.length(3)),
    evidenceKey: PartId,
    explanation: words(300),
    ...origin,
  })
  .check(
    attributed,
    z.refine(({ evidence, evidenceKey }) => evidence.some(({ id }) => id === evidenceKey), {
      path: ['evidenceKey'],
      error: 'names no evidence',
    }),
    z.refine(
      ({ claim, wrong }) =>
        wrong === null || (claim.vi.includes(wrong.vi) && claim.en.includes(wrong.en)),
      { path: ['wrong'], error: 'is not in the claim' },
    ),
    z.refine(({ verdict, wrong }) => (verdict === 'true') === (wrong === null), {
      path: ['wrong'],
      error: 'belongs to what is not true, and to nothing else',
    }),
  );
export type NewsPost = z.infer<typeof NewsPost>;

const DrawTask = z.strictObject({
  id: DeckId,
  limitNm: z.number().check(z.gte(1), z.lte(400)),
  ask: words(160),
  why: words(240),
  ...origin,
});
const LocateTask = z.strictObject({
  id: DeckId,
  distanceNm: z.number().check(z.gte(-20), z.lte(400)),
  scene: words(200),
  ...origin,
});
const RightTask = z
  .strictObject({
    id: DeckId,
    ask: words(240),
    rights: parts(4),
    key: PartId,
    why: words(240),
    ...origin,
  })
  .check(
    z.refine(({ rights, key }) => rights.some(({ id }) => id === key), {
      path: ['key'],
      error: 'names no right',
    }),
  );

const SweepKind = z.strictObject({
  id: DeckId,
  bin: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  name: words(40),
  why: words(240),
  ...origin,
});
export type SweepKind = z.infer<typeof SweepKind>;

/** What the games are played with. Everything in it may lie on a player's device. */
export const Decks = z.strictObject({
  timeline: z.strictObject({ version, cards: cards(TimelineDeckCard, 12) }),
  newsroom: z.strictObject({ version, posts: cards(NewsPost, 10) }),
  zones: z.strictObject({
    version,
    draw: cards(DrawTask, 3),
    locate: cards(LocateTask, 3),
    right: cards(RightTask, 3),
  }),
  sweep: z.strictObject({ version, kinds: cards(SweepKind, 8) }),
});
export type Decks = z.infer<typeof Decks>;
export type ZonesDeck = Decks['zones'];
