import * as z from 'zod/mini';
import { type Random } from '../kernel/random.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Item, ItemBody } from './item.ts';
import type { Mark } from './kinds/kind.ts';
import { KINDS } from './kinds/kinds.ts';
import type { QuizLocale } from './words.ts';

const Ask = z.discriminatedUnion('kind', [
  KINDS.single.question,
  KINDS.multiple.question,
  KINDS.order.question,
  KINDS.match.question,
  KINDS.sort.question,
  KINDS.estimate.question,
  KINDS.cloze.question,
  KINDS.verdict.question,
  KINDS.pin.question,
  KINDS.zone.question,
  KINDS.measure.question,
]);

/** All that a player may know of an item before the answer is judged: an allow-list, by schema. */
export const Question = z.strictObject({ stem: z.string(), ask: Ask });
export type Question = z.infer<typeof Question>;

export const Answer = z.discriminatedUnion('kind', [
  KINDS.single.response,
  KINDS.multiple.response,
  KINDS.order.response,
  KINDS.match.response,
  KINDS.sort.response,
  KINDS.estimate.response,
  KINDS.cloze.response,
  KINDS.verdict.response,
  KINDS.pin.response,
  KINDS.zone.response,
  KINDS.measure.response,
]);
export type Answer = z.infer<typeof Answer>;

// The table is exact per kind; here its rows are looked up by a kind known at run time only.
type Rules = {
  ask(body: ItemBody, locale: QuizLocale, random: Random): Question['ask'];
  mark(body: ItemBody, answer: Answer): Mark;
  solution(body: ItemBody): Answer;
};
const rulesOf = ({ kind }: ItemBody) => KINDS[kind] as unknown as Rules;

/** The item without its keys, options shuffled by `random`. */
export function questionOf(item: Item, locale: QuizLocale, random: Random): Question {
  const ask = rulesOf(item.body).ask(item.body, locale, random);
  return Question.parse({ stem: item.stem[locale], ask });
}

/** What an answer is worth. Refuses 'input.malformed' for an answer of another kind of item. */
export function markAnswer(item: Item, answer: Answer): Mark {
  if (answer.kind !== item.body.kind) throw refuse('input.malformed');
  return rulesOf(item.body).mark(item.body, answer);
}

export function solutionOf(item: Item): Answer {
  return rulesOf(item.body).solution(item.body);
}
