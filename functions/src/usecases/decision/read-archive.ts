import { refuse } from '@domain/kernel/refusal.ts';
import { listFrozen } from '@server/store/queries/decisions.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from '@server/usecases/organiser/running-edition.ts';

/** The archive of a frozen version, also of one that was reopened. Refuses not-found. */
export async function readArchive(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { version }: { readonly version: number },
): Promise<Uint8Array> {
  caller.allow({});
  const { round } = await runningEdition(db);
  const frozen = (await listFrozen(db, round.id)).find((line) => line.version === version);
  if (frozen === undefined) throw refuse('not-found');
  const bytes = await files.get(frozen.archiveHash);
  if (bytes === null) throw new Error(`archive ${frozen.archiveHash} is not in the store of files`);
  return bytes;
}
