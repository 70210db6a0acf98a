import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Random, shuffled } from '@domain/kernel/random.ts';
import { estimateAbility, pickNext, priorDifficulty } from '@domain/quiz/ability.ts';
import type { Item, Topic } from '@domain/quiz/item.ts';
import type { Mark } from '@domain/quiz/kinds/kind.ts';
import {
  type Answer,
  markAnswer,
  type Question,
  questionOf,
  solutionOf,
} from '@domain/quiz/question.ts';
import type { QuizLocale } from '@domain/quiz/words.ts';
import { firstDraft } from '../question/draft.ts';
import { isDue, isKnown, type Memory, remember } from './memory.ts';

export const ROUND_LENGTH = 10;

export type PracticeState = {
  readonly memory: Memory;
  /** Answers of this round so far. */
  readonly asked: readonly { readonly itemId: string; readonly credit: number }[];
  readonly current: {
    readonly item: Item;
    readonly question: Question;
    readonly draft: Answer | null;
    readonly judged: (Mark & { readonly solution: Answer }) | null;
  } | null;
};

type Practice = {
  readonly store: StoreApi<PracticeState>;
  answer(draft: Answer): void;
  check(): void;
  next(): void;
};

/**
 * Ten questions: facts that are due first, then new ones near seven right answers in ten, never
 * two about one fact.
 */
export function createPractice({
  items,
  topic,
  memory,
  locale,
  random,
  now,
  onRemember,
}: {
  items: readonly Item[];
  topic: Topic | null;
  memory: Memory;
  locale: QuizLocale;
  random: Random;
  now: () => number;
  onRemember: (memory: Memory) => void;
}): Practice {
  const pool = shuffled(
    random,
    items.filter((item) => topic === null || item.topic === topic),
  ).map((item) => ({ item, difficulty: priorDifficulty(item.level) }));

  const choose = ({ memory: known, asked }: PracticeState): Item | null => {
    if (asked.length >= ROUND_LENGTH) return null;
    const seen = new Set(
      asked.flatMap(({ itemId }) => items.find(({ id }) => id === itemId)?.facts ?? []),
    );
    const open = pool.filter(({ item }) => !item.facts.some((fact) => seen.has(fact)));
    const due = open.filter(({ item }) => isDue(known, item.facts[0]!, now()));
    const fresh = open.filter(({ item }) => !isKnown(known, item.facts[0]!));
    const from = due.length > 0 ? due : fresh.length > 0 ? fresh : open;
    return pickNext(from, estimateAbility(known.answers), random)?.item ?? null;
  };
  const ask = (state: PracticeState): PracticeState => {
    const item = choose(state);
    if (item === null) return { ...state, current: null };
    const question = questionOf(item, locale, random);
    return { ...state, current: { item, question, draft: firstDraft(question.ask), judged: null } };
  };

  const store = createStore<PracticeState>(() => ask({ memory, asked: [], current: null }));
  return {
    store,
    answer(draft) {
      const { current } = store.getState();
      if (current !== null && current.judged === null) {
        store.setState({ current: { ...current, draft } });
      }
    },
    check() {
      const { current, memory: before, asked } = store.getState();
      if (current === null || current.draft === null || current.judged !== null) return;
      const { item, draft } = current;
      const mark = markAnswer(item, draft);
      const judgedAnswer = { difficulty: priorDifficulty(item.level), credit: mark.credit };
      const after = remember(before, { ...judgedAnswer, fact: item.facts[0]! }, now());
      store.setState({
        memory: after,
        asked: [...asked, { itemId: item.id, credit: mark.credit }],
        current: { ...current, judged: { ...mark, solution: solutionOf(item) } },
      });
      onRemember(after);
    },
    next() {
      if (store.getState().current?.judged) store.setState(ask(store.getState()));
    },
  };
}
