import type { Edition, EditionInput } from '@domain/contest/edition.ts';
import { storedSettings } from '@domain/contest/settings.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { LevelTexts } from '@domain/judging/levels.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';
import type { Db, Trx } from '../database.ts';

function editions(db: Db) {
  return db
    .selectFrom('edition')
    .innerJoin('round', (join) =>
      join.onRef('round.edition_id', '=', 'edition.id').on('round.position', '=', 1),
    )
    .innerJoin('unit', 'unit.id', 'edition.province_id')
    .select([
      'edition.id as id',
      'edition.name as name',
      'edition.province_id as provinceId',
      'unit.name as province',
      'edition.theme as theme',
      'edition.min_pages as minPages',
      'edition.max_pages as maxPages',
      'edition.judges_per_entry as judgesPerEntry',
      'edition.is_demo as isDemo',
      'edition.settings as settings',
      'edition.rules_version as rulesVersion',
      'round.id as roundId',
      'round.opens_at as opensAt',
      'round.closes_at as closesAt',
      'round.submission_closed_at as submissionClosedAt',
      'round.judging_closed_at as judgingClosedAt',
      'round.published_at as publishedAt',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof editions>['executeTakeFirstOrThrow']>>;

function editionOf(row: Row | undefined): Edition | null {
  if (row === undefined) return null;
  const { roundId, opensAt, closesAt, submissionClosedAt, judgingClosedAt, publishedAt, ...rest } =
    row;
  const round = {
    id: roundId,
    opensAt,
    closesAt,
    submissionClosedAt,
    judgingClosedAt,
    publishedAt,
  };
  return { ...rest, isDemo: row.isDemo === 1, settings: storedSettings(row.settings), round };
}

/** The edition that runs, with its round; null in an empty contest. */
export async function findRunningEdition(db: Db): Promise<Edition | null> {
  return editionOf(await editions(db).where('edition.running', '=', 1).executeTakeFirst());
}

export async function findEdition(db: Db, editionId: Id): Promise<Edition | null> {
  return editionOf(await editions(db).where('edition.id', '=', editionId).executeTakeFirst());
}

/** The rubric in its order. */
export async function listCriteria(db: Db, editionId: Id): Promise<CriterionView[]> {
  const rows = await db
    .selectFrom('criterion')
    .select(['id', 'name', 'description', 'max_points as maxPoints', 'work', 'levels'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, levels: LevelTexts.parse(JSON.parse(row.levels)) }));
}

type NewEdition = {
  readonly id: Id;
  readonly provinceId: Id;
  readonly roundId: Id;
  readonly criterionIds: readonly Id[];
  readonly isDemo: boolean;
  readonly createdAt: EpochMs;
};

/** Makes the edition the running one, with its round and rubric. False when another runs already. */
export async function insertEdition(
  trx: Trx,
  ids: NewEdition,
  input: Omit<EditionInput, 'province'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('edition')
    .values({
      id: ids.id,
      running: 1,
      name: input.name,
      province_id: ids.provinceId,
      theme: input.theme,
      min_pages: input.minPages,
      max_pages: input.maxPages,
      judges_per_entry: input.judgesPerEntry,
      is_demo: ids.isDemo ? 1 : 0,
      last_receipt: 0,
      created_at: ids.createdAt,
    })
    .onConflict((conflict) => conflict.column('running').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await trx
    .insertInto('round')
    .values({
      id: ids.roundId,
      edition_id: ids.id,
      position: 1,
      opens_at: input.opensAt,
      closes_at: input.closesAt,
      submission_closed_at: null,
      judging_closed_at: null,
      published_at: null,
      version: 0,
    })
    .execute();
  await trx
    .insertInto('criterion')
    .values(
      input.criteria.map((criterion, index) => ({
        id: ids.criterionIds[index]!,
        edition_id: ids.id,
        position: index + 1,
        name: criterion.name,
        description: criterion.description,
        max_points: criterion.maxPoints,
        work: criterion.work ?? 'drawing',
        levels: JSON.stringify(criterion.levels ?? []),
      })),
    )
    .execute();
  return true;
}

type RoundMoment = 'submission_closed_at' | 'judging_closed_at' | 'published_at';

/** Sets a moment of the round once; false when it was set before. */
export async function stampRound(
  trx: Trx,
  roundId: Id,
  moment: RoundMoment,
  at: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('round')
    .set((eb) => ({ [moment]: at, version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .where(moment, 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Makes transactions that decide about a round take turns, on any engine. Asked first: a later
 * insert would meet the other's rows as a broken constraint and not as a reason to try again.
 */
export async function takeTurn(trx: Trx, roundId: Id): Promise<void> {
  await trx
    .updateTable('round')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .execute();
}

/** The next number of the edition's receipts, counted from 1. */
export async function nextReceiptSequence(trx: Trx, editionId: Id): Promise<number> {
  await trx
    .updateTable('edition')
    .set((eb) => ({ last_receipt: eb('last_receipt', '+', 1) }))
    .where('id', '=', editionId)
    .execute();
  const row = await trx
    .selectFrom('edition')
    .select('last_receipt')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  return row.last_receipt;
}

/** Sets the last number given, for an edition that is brought in with its receipts. */
export async function continueReceiptsAfter(
  trx: Trx,
  editionId: Id,
  sequence: number,
): Promise<void> {
  await trx
    .updateTable('edition')
    .set({ last_receipt: sequence })
    .where('id', '=', editionId)
    .execute();
}
