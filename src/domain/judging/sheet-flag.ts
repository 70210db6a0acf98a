import * as z from 'zod/mini';
import { text } from '../kernel/text.ts';

export const FLAG_REASONS = [
  'name-visible',
  'copied-work',
  'unsafe-content',
  'wrong-map',
  'technical-fault',
] as const;
export const FlagReason = z.enum(FLAG_REASONS);
export type FlagReason = z.infer<typeof FlagReason>;

/** What a judge asks the moderator to look at; it changes no points. */
export const SheetFlag = z.object({
  reasons: z.array(FlagReason).check(
    z.minLength(1),
    z.maxLength(FLAG_REASONS.length),
    z.refine((reasons) => new Set(reasons).size === reasons.length),
  ),
  note: text(0, 400),
});
export type SheetFlag = z.infer<typeof SheetFlag>;
