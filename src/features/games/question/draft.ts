import type { Answer, Question } from '@domain/quiz/question.ts';

export type Ask = Question['ask'];
export type AskOf<K extends Ask['kind']> = Extract<Ask, { kind: K }>;
export type AnswerOf<K extends Ask['kind']> = Extract<Answer, { kind: K }>;

/** What lies on the table before anybody touched it; null where nothing can be said yet. */
export function firstDraft(ask: Ask): Answer | null {
  switch (ask.kind) {
    case 'multiple':
      return { kind: 'multiple', choices: [] };
    case 'order':
      return { kind: 'order', cards: ask.cards.map(({ id }) => id) };
    case 'match':
    case 'sort':
      return { kind: ask.kind, placing: {} };
    case 'cloze':
      return { kind: 'cloze', answer: '' };
    default:
      return null;
  }
}

/** True when the answer can be handed in. */
export function isReady(ask: Ask, draft: Answer | null): draft is Answer {
  if (draft === null) return false;
  switch (draft.kind) {
    case 'multiple':
      return draft.choices.length > 0;
    case 'match':
    case 'sort':
      return 'cards' in ask && Object.keys(draft.placing).length === ask.cards.length;
    case 'cloze':
      return draft.answer.trim() !== '';
    case 'verdict':
      return draft.evidence !== '';
    default:
      return true;
  }
}

/** The list with one entry a place nearer to its front (-1) or end (1). */
export function moved<Entry>(list: readonly Entry[], at: number, by: -1 | 1): Entry[] {
  const to = at + by;
  const entry = list[at];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(at, 1).toSpliced(to, 0, entry);
}
