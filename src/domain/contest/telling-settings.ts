import * as z from 'zod/mini';

/**
 * Whether stories are told, and how long at most. On its own, for the first page needs it and
 * nothing else of the settings.
 */
export const TellingSettings = z.object({
  mode: z.enum(['none', 'optional', 'required']),
  maxMinutes: z.int().check(z.gte(1), z.lte(10)),
});
