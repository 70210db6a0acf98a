import type { Id } from '@domain/kernel/ids.ts';
import type { Ranked } from '@domain/judging/ranking.ts';
import type { Db, Trx } from '../database.ts';
import { insertRows } from './bulk.ts';
import { stands } from './standing.ts';

/** The ranking as it is published, in place of one that was. */
export async function replaceResults(
  trx: Trx,
  roundId: Id,
  ranking: readonly Ranked[],
): Promise<void> {
  await trx.deleteFrom('result').where('round_id', '=', roundId).execute();
  const rows = ranking.map((ranked) => ({
    round_id: roundId,
    entry_id: ranked.entryId,
    rank: ranked.rank,
    mean: ranked.mean,
    sheet_count: ranked.sheetCount,
  }));
  await insertRows(trx, 'result', rows);
}

export async function listRanks(db: Db, roundId: Id): Promise<Map<Id, number>> {
  const rows = await db
    .selectFrom('result')
    .select(['entry_id', 'rank'])
    .where('round_id', '=', roundId)
    .execute();
  return new Map(rows.map((row) => [row.entry_id, row.rank]));
}

export type PublishedEntry = {
  readonly id: Id;
  readonly title: string;
  readonly pageCount: number;
  readonly pictureHash: string;
  readonly rank: number | null;
};

/** An entry that stands and whose round was published; null for any other. */
export async function findPublishedEntry(db: Db, entryId: Id): Promise<PublishedEntry | null> {
  const found = await db
    .selectFrom('entry')
    .innerJoin('edition', 'edition.id', 'entry.edition_id')
    .innerJoin('round', (join) =>
      join.onRef('round.edition_id', '=', 'edition.id').on('round.position', '=', 1),
    )
    .leftJoin('result', (join) =>
      join.onRef('result.entry_id', '=', 'entry.id').onRef('result.round_id', '=', 'round.id'),
    )
    .select([
      'entry.id as id',
      'entry.title as title',
      'entry.page_count as pageCount',
      'entry.picture_hash as pictureHash',
      'result.rank as rank',
    ])
    .where('entry.id', '=', entryId)
    .where('entry.state', '=', 'submitted')
    .where(stands)
    .where('edition.running', '=', 1)
    .where('round.published_at', 'is not', null)
    .$narrowType<{ pictureHash: string }>()
    .executeTakeFirst();
  return found ?? null;
}
