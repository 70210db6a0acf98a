import type { EditionFacts } from '@domain/contest/edition.ts';
import type { EditionSettings } from '@domain/contest/settings.ts';
import type { CriterionView } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

/** Counts the rules' version up; false when it is no longer the one that was seen. */
export async function takeRulesVersion(trx: Trx, editionId: Id, version: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('edition')
    .set({ rules_version: version + 1 })
    .where('id', '=', editionId)
    .where('rules_version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function writeSettings(
  trx: Trx,
  editionId: Id,
  settings: EditionSettings,
): Promise<void> {
  await trx
    .updateTable('edition')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', editionId)
    .execute();
}

export async function writeFacts(
  trx: Trx,
  ids: { readonly editionId: Id; readonly roundId: Id },
  facts: EditionFacts,
): Promise<void> {
  await trx
    .updateTable('edition')
    .set({
      name: facts.name,
      theme: facts.theme,
      min_pages: facts.minPages,
      max_pages: facts.maxPages,
      judges_per_entry: facts.judgesPerEntry,
    })
    .where('id', '=', ids.editionId)
    .execute();
  await trx
    .updateTable('round')
    .set((eb) => ({
      opens_at: facts.opensAt,
      closes_at: facts.closesAt,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', ids.roundId)
    .execute();
}

/** The rubric as it shall be, in this order: lines that are known keep their id, others go. */
export async function writeCriteria(
  trx: Trx,
  editionId: Id,
  criteria: readonly CriterionView[],
): Promise<void> {
  const known = await trx
    .selectFrom('criterion')
    .select('id')
    .where('edition_id', '=', editionId)
    .execute();
  const stays = new Set(criteria.map(({ id }) => id));
  for (const { id } of known) {
    if (!stays.has(id)) await trx.deleteFrom('criterion').where('id', '=', id).execute();
  }
  const before = new Set(known.map(({ id }) => id));
  for (const [index, { id, name, description, maxPoints, work, levels }] of criteria.entries()) {
    const line = {
      position: index + 1,
      name,
      description,
      max_points: maxPoints,
      work,
      levels: JSON.stringify(levels),
    };
    if (before.has(id)) {
      await trx.updateTable('criterion').set(line).where('id', '=', id).execute();
    } else {
      await trx
        .insertInto('criterion')
        .values({ id, edition_id: editionId, ...line })
        .execute();
    }
  }
}

/** A judge has begun a sheet of the round, on whatever entry. */
export async function anySheetBegun(db: Db, roundId: Id): Promise<boolean> {
  const found = await db
    .selectFrom('sheet')
    .select('id')
    .where('round_id', '=', roundId)
    .where('state', '<>', 'assigned')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
