import type { RankingRow } from '@contract/organiser.ts';
import { consented } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import { rankByMean } from '@domain/judging/ranking.ts';
import { listAuthors } from '@server/store/queries/authors.ts';
import { listCriteria } from '@server/store/queries/editions.ts';
import { listSubmittedEntries } from '@server/store/queries/entries.ts';
import { listSeats, listTotals } from '@server/store/queries/sheets.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from './running-edition.ts';
import { seatsByEntry } from './seats.ts';

type Ranking = { provisional: boolean; maxTotal: number; rows: RankingRow[] };

/** Submitted entries by plain mean, those that nobody has judged yet at the end without a rank. */
export async function readRanking(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<Ranking> {
  caller.allow({});
  const edition = await runningEdition(db);
  const entries = await listSubmittedEntries(db, edition.id);
  const totals = await listTotals(db, edition.round.id);
  const seated = seatsByEntry(await listSeats(db, edition.round.id));
  const authorsOf = await listAuthors(db, { editionId: edition.id }, ['gallery']);
  const criteria = await listCriteria(db, edition.id);
  const today = vietnamDay(clock.now());

  const ranking = rankByMean(
    entries.map(({ id }) => ({ entryId: id, totals: totals.get(id) ?? [] })),
  );
  const rankedOf = new Map(ranking.map((ranked) => [ranked.entryId, ranked]));
  const place = new Map(ranking.map((ranked, index) => [ranked.entryId, index]));
  const rows = entries.map((entry): RankingRow => {
    const ranked = rankedOf.get(entry.id);
    const authors = authorsOf.get(entry.id) ?? [];
    return {
      entryId: entry.id,
      rank: ranked?.rank ?? null,
      mean: ranked?.mean ?? null,
      sheetCount: ranked?.sheetCount ?? 0,
      sheetsExpected: Math.max(edition.judgesPerEntry, seated.get(entry.id)?.length ?? 0),
      blindCode: entry.blindCode,
      receiptNumber: entry.receiptNumber,
      title: entry.title,
      authors: authors.map((author) => author.fullName),
      className: [...new Set(authors.map((author) => author.className))].join(', '),
      schoolName: [...new Set(authors.map((author) => author.schoolName))].join(', '),
      galleryAllowed: authors.every((author) =>
        consented(author.consents, 'gallery', author.birthDate, today),
      ),
    };
  });
  const placeOf = (row: RankingRow) => place.get(row.entryId) ?? entries.length;
  return {
    provisional: judgingOpen(edition.round),
    maxTotal: criteria.reduce((sum, criterion) => sum + criterion.maxPoints, 0),
    rows: rows.toSorted((a, b) => placeOf(a) - placeOf(b)),
  };
}
