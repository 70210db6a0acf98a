import type * as z from 'zod/mini';
import type { GalleryEntry } from '@contract/gallery.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { publicRank } from '@domain/judging/ranking.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type Author, listAuthors } from '@server/store/queries/authors.ts';
import { findPublishedEntry, type PublishedEntry } from '@server/store/queries/results.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage, readPicture } from '@server/usecases/pages/entry-page.ts';
import { GALLERY_PURPOSES, mayBeShown, publicAuthor } from './public-author.ts';

/** An unpublished entry, one that is not consented to, and none at all: all are not-found. */
export async function shownEntry(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  entryId: Id,
): Promise<{ entry: PublishedEntry; authors: Author[]; today: string }> {
  const today = vietnamDay(clock.now());
  const entry = await findPublishedEntry(db, entryId);
  const authors = (await listAuthors(db, { entryId }, GALLERY_PURPOSES)).get(entryId) ?? [];
  if (entry === null || !mayBeShown(authors, today)) throw refuse('not-found');
  return { entry, authors, today };
}

export async function readGalleryEntry(
  deps: Pick<Deps, 'db' | 'clock' | 'files'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<z.infer<typeof GalleryEntry>> {
  caller.allow({});
  const { entry, authors, today } = await shownEntry(deps, entryId);
  const picture = await readPicture(deps, entry.pictureHash);
  return {
    entryId,
    title: entry.title,
    rank: publicRank(entry.rank),
    captions: picture.pages.map((page) => page.caption),
    altTexts: picture.pages.map((page) => page.alt),
    authors: authors.map((author) => publicAuthor(author, today)),
  };
}

export async function readGalleryPage(
  deps: Pick<Deps, 'db' | 'clock' | 'files' | 'renderCache' | 'renderPage'>,
  caller: Caller,
  { entryId, page }: { entryId: Id; page: number },
): Promise<Uint8Array> {
  caller.allow({});
  const { entry } = await shownEntry(deps, entryId);
  return entryPage(deps, entry, page);
}
