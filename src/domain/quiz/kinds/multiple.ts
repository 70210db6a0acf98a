import * as z from 'zod/mini';
import { shuffled } from '../../kernel/random.ts';
import { chosen, parts, partsIn, PartView } from '../words.ts';
import { credit, kind } from './kind.ts';

/**
 * Several options are right. Credit is balanced: each right choice adds 1/right, each wrong one
 * takes 1/wrong away, never below 0 — so ticking everything is worth nothing.
 */
export const multiple = kind({
  body: z
    .strictObject({
      kind: z.literal('multiple'),
      options: parts(8),
      keys: chosen(7).check(z.minLength(2)),
    })
    .check(
      z.refine(
        ({ options, keys }) =>
          keys.length < options.length && keys.every((key) => options.some(({ id }) => id === key)),
      ),
    ),
  question: z.strictObject({ kind: z.literal('multiple'), options: z.array(PartView) }),
  response: z.strictObject({ kind: z.literal('multiple'), choices: chosen(8) }),
  ask: ({ options }, locale, random) => ({
    kind: 'multiple' as const,
    options: shuffled(random, partsIn(locale, options)),
  }),
  mark({ options, keys }, { choices }) {
    const right = choices.filter((id) => keys.includes(id)).length;
    const wrong = choices.length - right;
    return credit(right / keys.length - wrong / (options.length - keys.length));
  },
  solution: ({ keys }) => ({ kind: 'multiple' as const, choices: [...keys] }),
});
