import * as z from 'zod/mini';
import { text } from '../kernel/text.ts';

export const LOCALES = ['vi', 'en'] as const;
export type QuizLocale = (typeof LOCALES)[number];

/** A text of an item in both languages; Vietnamese is the source, English must not be missing. */
export function words(maxLength: number) {
  return z.strictObject({ vi: text(1, maxLength), en: text(1, maxLength) });
}
export type Words = { readonly vi: string; readonly en: string };

/** Names an option, card or bin within its item. */
export const PartId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,23}$/));

/** Something to choose, move or match. */
export const Part = z.strictObject({ id: PartId, text: words(160) });
export type Part = z.infer<typeof Part>;

/** A part as a player sees it, in one language. */
export const PartView = z.strictObject({ id: PartId, text: z.string() });
export type PartView = z.infer<typeof PartView>;

export function partsIn(locale: QuizLocale, parts: readonly Part[]): PartView[] {
  return parts.map(({ id, text: both }) => ({ id, text: both[locale] }));
}

/** 2 to `max` parts, each with an id of its own. */
export function parts(max: number) {
  return z.array(Part).check(
    z.minLength(2),
    z.maxLength(max),
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
  );
}

/** Ids as a player gives them back: at most `max`, none twice. */
export function chosen(max: number) {
  return z.array(PartId).check(
    z.maxLength(max),
    z.refine((ids) => new Set(ids).size === ids.length),
  );
}
