import type { Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';
import type { UnitTable } from '../schema.ts';

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
