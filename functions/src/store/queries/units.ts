import type { Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';
import type { UnitTable } from '../tables/people.ts';

export type Unit = {
  readonly id: Id;
  readonly kind: UnitTable['kind'];
  readonly parentId: Id | null;
  readonly name: string;
};

function units(db: Db) {
  return db.selectFrom('unit').select(['id', 'kind', 'parent_id as parentId', 'name']);
}

export async function findUnit(db: Db, unitId: Id): Promise<Unit | null> {
  return (await units(db).where('id', '=', unitId).executeTakeFirst()) ?? null;
}

export async function findProvince(db: Db, name: string): Promise<Unit | null> {
  const found = await units(db)
    .where('kind', '=', 'province')
    .where('name', '=', name)
    .executeTakeFirst();
  return found ?? null;
}

/** Communes and schools, by name. */
export async function listUnits(db: Db): Promise<Unit[]> {
  return units(db).where('kind', '<>', 'province').orderBy('name').orderBy('id').execute();
}

/** False when its parent has a unit of that name already. */
export async function insertUnit(trx: Trx, unit: Unit): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('unit')
    .values({ id: unit.id, kind: unit.kind, parent_id: unit.parentId, name: unit.name })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when its parent has another unit of that name. */
export async function renameUnit(trx: Trx, unit: Unit, name: string): Promise<boolean> {
  const taken = await units(trx)
    .where('name', '=', name)
    .where('parent_id', '=', unit.parentId ?? '')
    .where('id', '<>', unit.id)
    .executeTakeFirst();
  if (taken !== undefined) return false;
  await trx.updateTable('unit').set({ name }).where('id', '=', unit.id).execute();
  return true;
}

/** A unit below it, a class, a teacher or a team belongs to it. */
export async function unitInUse(db: Db, unitId: Id): Promise<boolean> {
  const found = await db
    .selectFrom('unit')
    .select('id')
    .where('id', '=', unitId)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb.selectFrom('unit as below').select('below.id').where('below.parent_id', '=', unitId),
        ),
        eb.exists(eb.selectFrom('account').select('account.id').where('school_id', '=', unitId)),
        eb.exists(
          eb.selectFrom('school_class').select('school_class.id').where('school_id', '=', unitId),
        ),
        eb.exists(eb.selectFrom('team').select('team.id').where('school_id', '=', unitId)),
      ]),
    )
    .executeTakeFirst();
  return found !== undefined;
}

/** With what ties judges to it. */
export async function deleteUnit(trx: Trx, unitId: Id): Promise<void> {
  await trx
    .deleteFrom('judge_tie')
    .where('kind', 'in', ['school', 'commune'])
    .where('subject_id', '=', unitId)
    .execute();
  await trx.deleteFrom('unit').where('id', '=', unitId).execute();
}
