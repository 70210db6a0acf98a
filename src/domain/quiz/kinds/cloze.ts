import * as z from 'zod/mini';
import { text } from '../../kernel/text.ts';
import { type Words, words } from '../words.ts';
import { kind } from './kind.ts';

const BLANK = '___';
const onlyOneBlank = (sentence: Words) =>
  [sentence.vi, sentence.en].every((line) => line.split(BLANK).length === 2);

/** Composed, lower case, without the white space and punctuation that nobody means. */
function plain(answer: string): string {
  return answer
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}

/** The same word without tone and letter marks; đ becomes d. */
function withoutMarks(answer: string): string {
  return plain(answer).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/**
 * A word to write into a gap. `answers` are all spellings that count, in either language. Right but
 * for its marks is half right, and the pupil is told so.
 */
export const cloze = kind({
  body: z.strictObject({
    kind: z.literal('cloze'),
    sentence: words(300).check(z.refine(onlyOneBlank)),
    answers: z.array(text(1, 60)).check(z.minLength(1), z.maxLength(8)),
  }),
  question: z.strictObject({ kind: z.literal('cloze'), sentence: z.string() }),
  response: z.strictObject({ kind: z.literal('cloze'), answer: text(0, 60) }),
  ask: ({ sentence }, locale) => ({ kind: 'cloze' as const, sentence: sentence[locale] }),
  mark({ answers }, { answer }) {
    if (answers.some((right) => plain(right) === plain(answer))) return { credit: 1, near: null };
    const bare = withoutMarks(answer);
    const near = answers.some((right) => withoutMarks(right) === bare);
    return near ? { credit: 0.5, near: 'tone' } : { credit: 0, near: null };
  },
  solution: ({ answers }) => ({ kind: 'cloze' as const, answer: answers[0]! }),
});
