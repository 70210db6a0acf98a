import type * as z from 'zod/mini';
import type { PublicAuthor } from '@contract/gallery.ts';
import { ageBandOf } from '@domain/contest/age-band.ts';
import { ageInYears, consented, type Purpose } from '@domain/classroom/consent.ts';
import type { IsoDay } from '@domain/kernel/ids.ts';
import { givenName } from '@domain/people/names.ts';
import type { Author } from '@server/store/queries/authors.ts';

/** The purposes that the gallery asks the ledger about. */
export const GALLERY_PURPOSES: readonly Purpose[] = ['gallery', 'name', 'voice'];

/** True when there is an author and every one of them may be shown. */
export function mayBeShown(authors: readonly Author[], today: IsoDay): boolean {
  return (
    authors.length > 0 &&
    authors.every(({ consents, birthDate }) => consented(consents, 'gallery', birthDate, today))
  );
}

/** True when every author, and every guardian, has said yes to the voice besides the picture. */
export function voicesMayBeHeard(authors: readonly Author[], today: IsoDay): boolean {
  return (
    mayBeShown(authors, today) &&
    authors.every(({ consents, birthDate }) => consented(consents, 'voice', birthDate, today))
  );
}

/** Given name, age band and commune; full name and school only where that was consented to. */
export function publicAuthor(author: Author, today: IsoDay): z.infer<typeof PublicAuthor> {
  const { fullName, birthDate, schoolName, communeName, consents } = author;
  const named = consented(consents, 'name', birthDate, today);
  return {
    name: named ? fullName : givenName(fullName),
    ageBand: ageBandOf(ageInYears(birthDate, today)),
    communeName,
    schoolName: named ? schoolName : null,
  };
}
