import * as z from 'zod/mini';
import { text } from '../kernel/text.ts';

/**
 * Kind words a judge can send by choosing them: what is good about a story, and what to try next.
 * The words are `phrases.<id>` of the catalogues, so that they stay kind in every language. Only
 * added to: an id that was sent stays readable.
 */
export const PHRASE_GROUPS = {
  strength: [
    'strong-idea',
    'clear-story',
    'own-characters',
    'warm-feeling',
    'brave-colours',
    'living-sea',
    'fine-details',
    'good-pages',
    'true-facts',
    'good-captions',
    'lively-lines',
    'kind-message',
    'funny-moment',
    'good-ending',
  ],
  next: [
    'one-more-page',
    'look-closely',
    'bigger-hero',
    'light-and-dark',
    'background-too',
    'faces-and-hands',
    'before-and-after',
    'shorter-captions',
    'check-words',
    'ask-somebody',
    'tell-aloud',
    'keep-drawing',
  ],
} as const;

export type PhraseGroup = keyof typeof PHRASE_GROUPS;
export const PHRASES = [...PHRASE_GROUPS.strength, ...PHRASE_GROUPS.next] as const;
export const PhraseId = z.enum(PHRASES);
export type PhraseId = z.infer<typeof PhraseId>;

export const MOST_PHRASES = 4;
export const COMMENT_CHARS = 400;

/** What a judge says to the child; shown to author and teacher once the results are published. */
export const ChildComment = z.object({
  phrases: z.array(PhraseId).check(
    z.maxLength(MOST_PHRASES),
    z.refine((ids) => new Set(ids).size === ids.length),
  ),
  words: text(0, COMMENT_CHARS),
});
export type ChildComment = z.infer<typeof ChildComment>;

export const NO_COMMENT: ChildComment = { phrases: [], words: '' };

export function saysNothing({ phrases, words }: ChildComment): boolean {
  return phrases.length === 0 && words === '';
}
