import type * as z from 'zod/mini';
import type { GalleryView } from '@contract/gallery.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { listAuthors } from '@server/store/queries/authors.ts';
import { listFrozen } from '@server/store/queries/decisions.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import { listSubmittedEntries } from '@server/store/queries/entries.ts';
import { listRanks } from '@server/store/queries/results.ts';
import { publicRank } from '@domain/judging/ranking.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { GALLERY_PURPOSES, mayBeShown, publicAuthor } from './public-author.ts';

const collator = new Intl.Collator('vi');

/** What the consents allow at this moment; nothing before the round is published. */
export async function listGallery(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<z.infer<typeof GalleryView>> {
  caller.allow({});
  const edition = await findRunningEdition(db);
  const publishedAt = edition?.round.publishedAt ?? null;
  if (edition === null || publishedAt === null)
    return { publishedAt: null, resultSha256: null, entries: [] };
  const today = vietnamDay(clock.now());
  const submitted = await listSubmittedEntries(db, edition.id);
  const authorsOf = await listAuthors(db, { editionId: edition.id }, GALLERY_PURPOSES);
  const ranks = await listRanks(db, edition.round.id);
  const entries = submitted.flatMap(({ id: entryId, title, pageCount }) => {
    const authors = authorsOf.get(entryId) ?? [];
    if (!mayBeShown(authors, today)) return [];
    const rank = publicRank(ranks.get(entryId) ?? null);
    return [
      {
        entryId,
        title,
        pageCount,
        rank,
        authors: authors.map((author) => publicAuthor(author, today)),
      },
    ];
  });
  const unranked = submitted.length + 1;
  const published = (await listFrozen(db, edition.round.id)).findLast(
    (line) => line.publishedAt !== null,
  );
  return {
    publishedAt,
    resultSha256: published?.resultSha256 ?? null,
    entries: entries.toSorted(
      (a, b) => (a.rank ?? unranked) - (b.rank ?? unranked) || collator.compare(a.title, b.title),
    ),
  };
}
