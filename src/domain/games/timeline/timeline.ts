import { shuffled } from '../../kernel/random.ts';
import type { Game } from '../game.ts';

/** A document or event with the year it is dated to; disputed dates stay out of the deck. */
export type TimelineCard = { readonly id: string; readonly year: number };

export type TimelineSetUp = { readonly cards: readonly TimelineCard[]; readonly deal: number };

export type TimelineState = {
  /** Cards still face down, the next one first. */
  readonly deck: readonly TimelineCard[];
  readonly hand: TimelineCard | null;
  /** Cards laid, oldest first. */
  readonly line: readonly TimelineCard[];
  readonly hearts: number;
  readonly streak: number;
  readonly points: number;
  readonly last: {
    readonly cardId: string;
    readonly right: boolean;
    readonly place: number;
  } | null;
};

/** Puts the card in hand before the card now at this place, 0 to the line's length. */
export type TimelineMove = { readonly gap: number };

const HEARTS = 3;
const POINTS = 100;
const STREAK_POINTS = 20;
const MAX_STREAK = 5;

function fits({ line, hand }: TimelineState, gap: number): boolean {
  const before = line[gap - 1];
  const after = line[gap];
  return (
    hand !== null &&
    (before === undefined || before.year <= hand.year) &&
    (after === undefined || hand.year <= after.year)
  );
}

/**
 * Cards come one by one and go into the right gap. A wrong one moves to its place by itself and
 * costs a heart; the streak makes the next card worth more.
 */
export const timeline: Game<TimelineSetUp, TimelineState, TimelineMove> = {
  version: 1,
  begin({ cards, deal }, random) {
    const [first, hand = null, ...deck] = shuffled(random, cards).slice(0, deal);
    return {
      deck,
      hand,
      line: first ? [first] : [],
      hearts: HEARTS,
      streak: 0,
      points: 0,
      last: null,
    };
  },
  play(state, { gap }) {
    const { hand, line, deck } = state;
    if (hand === null || !Number.isInteger(gap) || gap < 0 || gap > line.length) return state;
    const right = fits(state, gap);
    const place = right ? gap : line.filter(({ year }) => year <= hand.year).length;
    const streak = right ? Math.min(state.streak + 1, MAX_STREAK) : 0;
    const hearts = right ? state.hearts : state.hearts - 1;
    const [next = null, ...rest] = deck;
    return {
      deck: hearts > 0 ? rest : deck,
      hand: hearts > 0 ? next : null,
      line: line.toSpliced(place, 0, hand),
      hearts,
      streak,
      points: state.points + (right ? POINTS + STREAK_POINTS * (streak - 1) : 0),
      last: { cardId: hand.id, right, place },
    };
  },
  isOver: ({ hand }) => hand === null,
  score: ({ points, hearts, hand }) => points + (hand === null ? hearts * POINTS : 0),
};

/** What a faultless game is worth. */
export function bestTimeline(cards: number): number {
  const laid = Math.max(0, cards - 1);
  const streaks = Array.from({ length: laid }, (_, i) => Math.min(i, MAX_STREAK - 1));
  const bonus = streaks.reduce((sum, streak) => sum + streak * STREAK_POINTS, 0);
  return laid * POINTS + bonus + HEARTS * POINTS;
}
