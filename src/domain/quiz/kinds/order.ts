import * as z from 'zod/mini';
import { shuffled } from '../../kernel/random.ts';
import { chosen, parts, partsIn, PartView } from '../words.ts';
import { credit, kind } from './kind.ts';

/** Pairs in the wrong order between `given` and the places of `right`. */
function inversions(given: readonly string[], right: readonly string[]): number {
  const places = given.map((id) => right.indexOf(id));
  let count = 0;
  for (const [i, place] of places.entries()) {
    for (const later of places.slice(i + 1)) if (later < place) count += 1;
  }
  return count;
}

/**
 * Cards to put in order; the body holds them in the right one. Credit is Kendall's tau where it is
 * above 0: (concordant − discordant) / pairs (M. G. Kendall 1938), so a guess is worth nothing on
 * average.
 */
export const order = kind({
  body: z.strictObject({
    kind: z.literal('order'),
    cards: parts(8).check(z.minLength(3)),
    /** What first and last mean, e.g. oldest to newest. */
    direction: z.enum(['old-to-new', 'small-to-large', 'near-to-far', 'north-to-south']),
  }),
  question: z.strictObject({
    kind: z.literal('order'),
    cards: z.array(PartView),
    direction: z.enum(['old-to-new', 'small-to-large', 'near-to-far', 'north-to-south']),
  }),
  response: z.strictObject({ kind: z.literal('order'), cards: chosen(8) }),
  ask: ({ cards, direction }, locale, random) => ({
    kind: 'order' as const,
    direction,
    cards: shuffled(random, partsIn(locale, cards)),
  }),
  mark({ cards }, { cards: given }) {
    const right = cards.map(({ id }) => id);
    if (given.length !== right.length || !given.every((id) => right.includes(id))) return credit(0);
    const pairs = (right.length * (right.length - 1)) / 2;
    return credit(1 - (2 * inversions(given, right)) / pairs);
  },
  solution: ({ cards }) => ({ kind: 'order' as const, cards: cards.map(({ id }) => id) }),
});
