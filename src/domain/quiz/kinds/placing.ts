import * as z from 'zod/mini';
import { shuffled } from '../../kernel/random.ts';
import { PartId, parts, partsIn, PartView } from '../words.ts';
import { credit, kind } from './kind.ts';

/** Where each card belongs: card → place. */
const Placing = z
  .record(PartId, PartId)
  .check(z.refine((placing) => Object.keys(placing).length <= 12));
type Placing = Readonly<Record<string, string>>;

type Board = {
  readonly cards: readonly { readonly id: string }[];
  readonly places: readonly { readonly id: string }[];
  readonly key: Placing;
};

function isComplete({ cards, places, key }: Board): boolean {
  return (
    Object.keys(key).length === cards.length &&
    cards.every(({ id }) => places.some((place) => place.id === key[id]))
  );
}

/** Share of the cards that lie where they belong, less what random placing would score. */
function markPlacing({ cards, places, key }: Board, placing: Placing) {
  const right = cards.filter(({ id }) => placing[id] === key[id]).length / cards.length;
  const chance = 1 / places.length;
  return credit((right - chance) / (1 - chance));
}

/** Each card belongs to one place, each place to one card. */
export const match = kind({
  body: z
    .strictObject({ kind: z.literal('match'), cards: parts(6), places: parts(6), key: Placing })
    .check(
      z.refine(
        (board) =>
          isComplete(board) &&
          new Set(Object.values(board.key)).size === board.cards.length &&
          board.cards.length === board.places.length,
      ),
    ),
  question: z.strictObject({
    kind: z.literal('match'),
    cards: z.array(PartView),
    places: z.array(PartView),
  }),
  response: z.strictObject({ kind: z.literal('match'), placing: Placing }),
  ask: ({ cards, places }, locale, random) => ({
    kind: 'match' as const,
    cards: shuffled(random, partsIn(locale, cards)),
    places: shuffled(random, partsIn(locale, places)),
  }),
  mark: (body, { placing }) => markPlacing(body, placing),
  solution: ({ key }) => ({ kind: 'match' as const, placing: { ...key } }),
});

/** Cards to sort into a few bins; a bin may take several cards or none. */
export const sort = kind({
  body: z
    .strictObject({ kind: z.literal('sort'), cards: parts(10), bins: parts(4), key: Placing })
    .check(z.refine(({ cards, bins, key }) => isComplete({ cards, places: bins, key }))),
  question: z.strictObject({
    kind: z.literal('sort'),
    cards: z.array(PartView),
    bins: z.array(PartView),
  }),
  response: z.strictObject({ kind: z.literal('sort'), placing: Placing }),
  ask: ({ cards, bins }, locale, random) => ({
    kind: 'sort' as const,
    cards: shuffled(random, partsIn(locale, cards)),
    bins: partsIn(locale, bins),
  }),
  mark: ({ cards, bins, key }, { placing }) => markPlacing({ cards, places: bins, key }, placing),
  solution: ({ key }) => ({ kind: 'sort' as const, placing: { ...key } }),
});
