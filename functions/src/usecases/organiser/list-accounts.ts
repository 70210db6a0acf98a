import type * as z from 'zod/mini';
import type { AccountRow } from '@contract/organiser.ts';
import { byGivenName } from '@domain/people/names.ts';
import { listStaff } from '@server/store/queries/staff.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

export async function listAccounts(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<{ accounts: z.infer<typeof AccountRow>[] }> {
  caller.allow({});
  return { accounts: (await listStaff(db)).toSorted(byGivenName) };
}
