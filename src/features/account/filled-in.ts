import * as z from 'zod/mini';

/** What a demo button writes into a sign-in form, carried as the state of a navigation. */
export const PupilFill = z.object({
  classCode: z.string(),
  cardNumber: z.string(),
  pin: z.string(),
});
export type PupilFill = z.infer<typeof PupilFill>;

export const AdultFill = z.object({ email: z.string(), password: z.string() });
export type AdultFill = z.infer<typeof AdultFill>;

export function filledIn<Fill>(schema: z.ZodMiniType<Fill>, locationState: unknown): Fill | null {
  const state = z.object({ fill: schema }).safeParse(locationState);
  return state.success ? (state.data.fill as Fill) : null;
}
