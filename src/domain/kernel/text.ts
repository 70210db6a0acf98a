import * as z from 'zod/mini';

// C0/C1 controls (except line feed), bidi overrides, BOM, half characters: never part of a name.
const FORBIDDEN =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\p{Surrogate}]/u;

/**
 * Text from a person: composed (NFC), trimmed, without control characters. Lengths count UTF-16
 * units after composition. NUL never passes: SQLite would cut the text there.
 */
export function text(minLength: number, maxLength: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.maxLength(maxLength * 4)),
      z.transform((value: string) => value.normalize('NFC').trim()),
    ),
    z.string().check(
      z.minLength(minLength),
      z.maxLength(maxLength),
      z.refine((value) => !FORBIDDEN.test(value)),
    ),
  );
}

/** A name on one line: runs of white space become one space. */
export function lineOfText(minLength: number, maxLength: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.maxLength(maxLength * 4)),
      z.transform((value: string) => value.normalize('NFC').replace(/\s+/gu, ' ').trim()),
    ),
    z.string().check(
      z.minLength(minLength),
      z.maxLength(maxLength),
      z.refine((value) => !FORBIDDEN.test(value)),
    ),
  );
}
