import * as z from 'zod/mini';
import { credit, kind } from './kind.ts';

export const UNITS = ['km', 'km2', 'nm', 'm', 'count', 'percent', 'year', 'day', 'month'] as const;

const finite = () => z.number().check(z.gte(-1e9), z.lte(1e9));

/**
 * A number to guess on a scale. Full credit within `within` of the key, none from `beyond` on,
 * falling in a straight line between.
 */
export const estimate = kind({
  body: z
    .strictObject({
      kind: z.literal('estimate'),
      unit: z.enum(UNITS),
      min: finite(),
      max: finite(),
      step: z.number().check(z.gt(0)),
      key: finite(),
      within: z.number().check(z.gte(0)),
      beyond: z.number().check(z.gt(0)),
    })
    .check(
      z.refine(
        ({ min, max, key, within, beyond }) =>
          min < max && key >= min && key <= max && within < beyond && beyond < max - min,
      ),
    ),
  question: z.strictObject({
    kind: z.literal('estimate'),
    unit: z.enum(UNITS),
    min: z.number(),
    max: z.number(),
    step: z.number(),
  }),
  response: z.strictObject({ kind: z.literal('estimate'), value: finite() }),
  ask: ({ unit, min, max, step }) => ({ kind: 'estimate' as const, unit, min, max, step }),
  mark({ key, within, beyond }, { value }) {
    const off = Math.abs(value - key);
    return credit(1 - (off - within) / (beyond - within));
  },
  solution: ({ key }) => ({ kind: 'estimate' as const, value: key }),
});
