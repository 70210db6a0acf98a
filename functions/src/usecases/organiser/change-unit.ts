import type * as z from 'zod/mini';
import type { UnitRow } from '@contract/organiser.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import {
  deleteUnit,
  findUnit,
  renameUnit as rename,
  unitInUse,
} from '@server/store/queries/units.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { unitRow } from './list-units.ts';
import { noteAct } from './running-edition.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;

/** Gives a commune or school another name. Refuses unit.name-taken. */
export async function renameUnit(
  deps: Needs,
  caller: Caller,
  { unitId }: { unitId: Id },
  { name }: { name: string },
): Promise<z.infer<typeof UnitRow>> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  return inTransaction(deps.db, async (trx) => {
    const unit = await findUnit(trx, unitId);
    const row = unit === null ? null : unitRow({ ...unit, name });
    if (unit === null || row === null) throw refuse('not-found');
    if (!(await rename(trx, unit, name))) throw refuse('unit.name-taken');
    await noteAct(trx, deps, accountId, {
      action: 'edition.set-up',
      subject: unitId,
      detail: { from: unit.name, to: name },
    });
    return row;
  });
}

/** Removes a commune or school that nobody belongs to. Refuses unit.in-use. */
export async function removeUnit(
  deps: Needs,
  caller: Caller,
  { unitId }: { unitId: Id },
): Promise<void> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const unit = await findUnit(trx, unitId);
    if (unit === null || unit.kind === 'province') throw refuse('not-found');
    if (await unitInUse(trx, unitId)) throw refuse('unit.in-use');
    await deleteUnit(trx, unitId);
    await noteAct(trx, deps, accountId, {
      action: 'edition.set-up',
      subject: unitId,
      detail: { removed: unit.name },
    });
  });
}
