import * as z from 'zod/mini';

/**
 * Letters and digits that children do not confuse: no 0/O, 1/I/L, 5/S, 2/Z, 8/B, V (next to U).
 * Six of them: 24^6 = 191 million codes.
 */
export const CODE_ALPHABET = 'ACDEFGHJKMNPQRTUWXY34679';

export const CLASS_CODE_LENGTH = 6;

const CODE_PATTERN = new RegExp(`^[${CODE_ALPHABET}]{${CLASS_CODE_LENGTH}}$`);

/** A class code as typed: spaces, dashes and lower case are forgiven. */
export const ClassCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(20)),
    z.transform((value: string) => value.replace(/[\s-]/gu, '').toUpperCase()),
  ),
  z.string().check(z.regex(CODE_PATTERN)),
);

export const LAST_CARD_NUMBER = 99;

/** The card's number in its class, 1 to 99, as printed on the card. */
export const CardNumber = z.int().check(z.gte(1), z.lte(LAST_CARD_NUMBER));

/** Six digits as typed, spaces forgiven. */
export const Pin = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(12)),
    z.transform((value: string) => value.replace(/\s/gu, '')),
  ),
  z.string().check(z.regex(/^\d{6}$/)),
);

/** The secret inside a QR link: 128 random bits, base64url. */
export const CardSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** A sign-in card as the teacher prints it. */
export const SignInCard = z.object({
  pupilId: z.string(),
  fullName: z.string(),
  cardNumber: CardNumber,
  classCode: z.string(),
  pin: z.string(),
  link: z.string(),
});
export type SignInCard = z.infer<typeof SignInCard>;

/** Draws `length` characters of the code alphabet; `integer(below)` gives whole numbers in [0, below). */
export function drawCode(integer: (below: number) => number, length: number): string {
  return Array.from({ length }, () => CODE_ALPHABET.charAt(integer(CODE_ALPHABET.length))).join('');
}

/** Draws six digits; leading zeros count. */
export function drawPin(integer: (below: number) => number): string {
  return String(integer(1_000_000)).padStart(6, '0');
}
