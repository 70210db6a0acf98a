import type * as z from 'zod/mini';
import type { UnitRow } from '@contract/organiser.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { findUnit, insertUnit } from '@server/store/queries/units.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct, runningEdition } from './running-edition.ts';

/** Adds a commune of the province (no parent) or a school of a commune. Refuses unit.name-taken. */
export async function addUnit(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { name, parentId }: { name: string; parentId: Id | null },
): Promise<z.infer<typeof UnitRow>> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  const { db, randomness } = deps;
  const edition = await runningEdition(db);
  if (parentId !== null && (await findUnit(db, parentId))?.kind !== 'commune') {
    throw refuse('not-found');
  }
  const kind = parentId === null ? 'commune' : 'school';
  const id = randomness.id();
  await inTransaction(db, async (trx) => {
    const unit = { id, kind, name, parentId: parentId ?? edition.provinceId } as const;
    if (!(await insertUnit(trx, unit))) throw refuse('unit.name-taken');
    await noteAct(trx, deps, accountId, {
      action: 'edition.set-up',
      subject: id,
      detail: { name },
    });
  });
  return { id, kind, name, parentId };
}
