import type * as z from 'zod/mini';
import type { UnitRow } from '@contract/organiser.ts';
import { listUnits as listUnitRows, type Unit } from '@server/store/queries/units.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

type Row = z.infer<typeof UnitRow>;

/** Communes first, then schools, each by name. A commune's parent, the province, is not shown. */
export async function listUnits(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<{ units: Row[] }> {
  caller.allow({});
  const units = await listUnitRows(db);
  const rows = units.flatMap((unit) => unitRow(unit) ?? []);
  return {
    units: [
      ...rows.filter((row) => row.kind === 'commune'),
      ...rows.filter((row) => row.kind === 'school'),
    ],
  };
}

export function unitRow({ id, kind, name, parentId }: Unit): Row | null {
  if (kind === 'province') return null;
  return { id, kind, name, parentId: kind === 'school' ? parentId : null };
}
