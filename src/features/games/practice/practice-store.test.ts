import { describe, expect, it } from 'vitest';
import { randomFrom } from '@domain/kernel/random.ts';
import { solutionOf } from '@domain/quiz/question.ts';
import { questionBank } from '@tests/fixtures/question-bank.ts';
import { isDue, type Memory, NO_MEMORY, readMemory, remember } from './memory.ts';
import { createPractice, ROUND_LENGTH } from './practice-store.ts';

const items = questionBank.filter(({ pool }) => pool === 'practice');
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 23);

function begin(memory: Memory = NO_MEMORY, now = NOW, seed = 3) {
  const kept: Memory[] = [];
  const practice = createPractice({
    items,
    topic: null,
    memory,
    locale: 'vi',
    random: randomFrom(seed),
    now: () => now,
    onRemember: (after) => kept.push(after),
  });
  return { practice, kept };
}

function playThrough({ practice }: ReturnType<typeof begin>) {
  const facts: string[] = [];
  for (;;) {
    const { current } = practice.store.getState();
    if (current === null) return facts;
    facts.push(...current.item.facts);
    practice.answer(solutionOf(current.item));
    practice.check();
    practice.next();
  }
}

describe('a round of practice', () => {
  it('asks ten questions, none about a fact already asked', () => {
    const begun = begin();
    const facts = playThrough(begun);
    expect(begun.practice.store.getState().asked).toHaveLength(ROUND_LENGTH);
    expect(new Set(facts).size).toBe(facts.length);
    expect(begun.kept).toHaveLength(ROUND_LENGTH);
  });

  it('judges once, and only what was answered', () => {
    const { practice } = begin();
    const first = practice.store.getState().current!;
    practice.next();
    expect(practice.store.getState().current).toBe(first);
    practice.answer(solutionOf(first.item));
    practice.check();
    practice.check();
    practice.answer(solutionOf(first.item));
    expect(practice.store.getState().asked).toEqual([{ itemId: first.item.id, credit: 1 }]);
  });

  it('comes back to a fact when it is due, sooner after a wrong answer', () => {
    const judged = { fact: 'D1', difficulty: 0 };
    const wrong = remember(NO_MEMORY, { ...judged, credit: 0 }, NOW);
    const right = remember(NO_MEMORY, { ...judged, credit: 1 }, NOW);
    expect(isDue(wrong, 'D1', NOW + DAY_MS)).toBe(true);
    const dueAt = (memory: Memory) => new Date(memory.cards['D1']!.due).getTime();
    expect(dueAt(wrong)).toBeLessThan(dueAt(right));
    const later = begin(wrong, NOW + 30 * DAY_MS);
    expect(later.practice.store.getState().current?.item.facts).toContain('D1');
  });

  it('starts anew where the device kept nothing, or nonsense', () => {
    for (const kept of [null, [], 'x', 3, { cards: 3 }, { answers: [] }]) {
      expect(readMemory(kept)).toEqual(NO_MEMORY);
    }
    const memory = remember(NO_MEMORY, { fact: 'D1', difficulty: 0, credit: 1 }, NOW);
    const kept: unknown = JSON.parse(JSON.stringify(memory));
    expect(isDue(readMemory(kept), 'D1', NOW + 30 * DAY_MS)).toBe(true);
  });
});
