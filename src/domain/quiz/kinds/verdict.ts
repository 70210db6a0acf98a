import * as z from 'zod/mini';
import { shuffled } from '../../kernel/random.ts';
import { PartId, parts, partsIn, PartView, words } from '../words.ts';
import { credit, kind } from './kind.ts';

export const VERDICTS = ['true', 'false', 'not-enough'] as const;
/** Two thirds of the credit are for knowing why. */
const VERDICT_SHARE = 1 / 3;

/** A claim: true, false or not enough evidence; and which source shows it. */
export const verdict = kind({
  body: z
    .strictObject({
      kind: z.literal('verdict'),
      claim: words(300),
      key: z.enum(VERDICTS),
      evidence: parts(4),
      evidenceKey: PartId,
    })
    .check(z.refine(({ evidence, evidenceKey }) => evidence.some(({ id }) => id === evidenceKey))),
  question: z.strictObject({
    kind: z.literal('verdict'),
    claim: z.string(),
    evidence: z.array(PartView),
  }),
  response: z.strictObject({
    kind: z.literal('verdict'),
    verdict: z.enum(VERDICTS),
    evidence: PartId,
  }),
  ask: ({ claim, evidence }, locale, random) => ({
    kind: 'verdict' as const,
    claim: claim[locale],
    evidence: shuffled(random, partsIn(locale, evidence)),
  }),
  mark({ key, evidenceKey }, response) {
    // Evidence for a wrong verdict proves nothing.
    if (response.verdict !== key) return credit(0);
    return credit(response.evidence === evidenceKey ? 1 : VERDICT_SHARE);
  },
  solution: ({ key, evidenceKey }) => ({
    kind: 'verdict' as const,
    verdict: key,
    evidence: evidenceKey,
  }),
});
