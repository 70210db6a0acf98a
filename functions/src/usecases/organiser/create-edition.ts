import { type EditionInput, type EditionView, editionView } from '@domain/contest/edition.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { insertEdition } from '@server/store/queries/editions.ts';
import { findProvince, insertUnit } from '@server/store/queries/units.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct, runningEdition } from './running-edition.ts';

/** Sets an empty contest up: province, edition, its round and rubric. Refuses edition.exists. */
export async function createEdition(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  input: EditionInput,
): Promise<EditionView> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  const { db, clock, randomness } = deps;
  const ids = {
    id: randomness.id(),
    roundId: randomness.id(),
    criterionIds: input.criteria.map(() => randomness.id()),
    isDemo: false,
    createdAt: clock.now(),
  };
  const newProvinceId = randomness.id();
  const { province, ...edition } = input;

  await inTransaction(db, async (trx) => {
    const known = await findProvince(trx, province);
    const provinceId = known?.id ?? newProvinceId;
    if (known === null) {
      await insertUnit(trx, { id: provinceId, kind: 'province', parentId: null, name: province });
    }
    const made = await insertEdition(trx, { ...ids, provinceId }, edition);
    if (!made) throw refuse('edition.exists');
    await noteAct(trx, deps, accountId, {
      action: 'edition.set-up',
      subject: ids.id,
      detail: { name: edition.name },
    });
  });
  return editionView(await runningEdition(db), clock.now());
}
