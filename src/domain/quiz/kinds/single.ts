import * as z from 'zod/mini';
import { shuffled } from '../../kernel/random.ts';
import { PartId, parts, partsIn, PartView } from '../words.ts';
import { credit, kind } from './kind.ts';

/** One option is right. */
export const single = kind({
  body: z
    .strictObject({ kind: z.literal('single'), options: parts(6), key: PartId })
    .check(z.refine(({ options, key }) => options.some(({ id }) => id === key))),
  question: z.strictObject({ kind: z.literal('single'), options: z.array(PartView) }),
  response: z.strictObject({ kind: z.literal('single'), choice: PartId }),
  ask: ({ options }, locale, random) => ({
    kind: 'single' as const,
    options: shuffled(random, partsIn(locale, options)),
  }),
  mark: ({ key }, { choice }) => credit(choice === key ? 1 : 0),
  solution: ({ key }) => ({ kind: 'single' as const, choice: key }),
});
