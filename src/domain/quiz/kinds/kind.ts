import type * as z from 'zod/mini';
import type { Random } from '../../kernel/random.ts';
import type { QuizLocale } from '../words.ts';

/**
 * What an answer is worth, 0 to 1, and a hint that helps to learn: `tone` when only the marks of a
 * Vietnamese word are wrong.
 */
export type Mark = { readonly credit: number; readonly near: 'tone' | null };

export function credit(value: number): Mark {
  return { credit: Math.min(1, Math.max(0, value)), near: null };
}

type Schema = z.ZodMiniType;

/**
 * A kind of item. `body` is what the author writes, keys included; `question` is the list of what
 * may leave the server before the answer is judged; `response` is what comes back.
 */
export type Kind<Body extends Schema, Question extends Schema, Response extends Schema> = {
  readonly body: Body;
  readonly question: Question;
  readonly response: Response;
  /** The question without its key, its options in an order drawn for this player. */
  ask(body: z.infer<Body>, locale: QuizLocale, random: Random): z.infer<Question>;
  mark(body: z.infer<Body>, response: z.infer<Response>): Mark;
  /** The answer with full credit, to show after judging. */
  solution(body: z.infer<Body>): z.infer<Response>;
};

/** Only ties the types of one kind together. */
export function kind<Body extends Schema, Question extends Schema, Response extends Schema>(
  made: Kind<Body, Question, Response>,
): Kind<Body, Question, Response> {
  return made;
}
