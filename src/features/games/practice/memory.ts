import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Judged } from '@domain/quiz/ability.ts';

/** When each fact is due, and how this player did; all of it on the device only. */
export type Memory = {
  readonly cards: Readonly<Record<string, Card>>;
  /** The latest answers, for how able the player is. */
  readonly answers: readonly Judged[];
};

export const NO_MEMORY: Memory = { cards: {}, answers: [] };

const LATEST_ANSWERS = 60;
// Without its random share of the interval: the same answers give the same days, and tests hold.
const scheduler = fsrs({ enable_fuzz: false });

function gradeOf(credit: number): Grade {
  if (credit >= 0.85) return Rating.Good;
  return credit >= 0.5 ? Rating.Hard : Rating.Again;
}

/** The memory after an answer about this fact (FSRS, J. Ye et al. 2024; per fact, not per item). */
export function remember(
  memory: Memory,
  { fact, difficulty, credit }: Judged & { readonly fact: string },
  now: number,
): Memory {
  const at = new Date(now);
  const card = memory.cards[fact] ?? createEmptyCard<Card>(at);
  const { card: next } = scheduler.next(card, at, gradeOf(credit));
  return {
    cards: { ...memory.cards, [fact]: next },
    answers: [...memory.answers, { difficulty, credit }].slice(-LATEST_ANSWERS),
  };
}

export function isDue({ cards }: Memory, fact: string, now: number): boolean {
  const card = cards[fact];
  return card !== undefined && new Date(card.due).getTime() <= now;
}

export function isKnown({ cards }: Memory, fact: string): boolean {
  return cards[fact] !== undefined;
}

/** What was kept of a player; nothing where it was kept by another hand. */
export function readMemory(kept: unknown): Memory {
  const { cards, answers } = (kept ?? {}) as Partial<Memory>;
  const isOne = Array.isArray(answers) && typeof cards === 'object' && cards !== null;
  return isOne ? { cards, answers } : NO_MEMORY;
}
