import * as z from 'zod/mini';

/** An identifier of a row: 22 characters of base64url (128 random bits), made by the server. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
export type Id = z.infer<typeof Id>;

/** SHA-256 of a blob's bytes, lower-case hexadecimal. */
export const BlobHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type BlobHash = z.infer<typeof BlobHash>;

/** A moment: milliseconds since 1970-01-01T00:00Z, an integer. */
export const EpochMs = z.int().check(z.gte(0));
export type EpochMs = z.infer<typeof EpochMs>;

function existsInCalendar(isoDay: string): boolean {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day of the calendar without a time zone, `YYYY-MM-DD`; 31 February is none. */
export const IsoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(existsInCalendar));
export type IsoDay = z.infer<typeof IsoDay>;
