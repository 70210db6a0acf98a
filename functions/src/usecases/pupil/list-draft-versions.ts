import type { DraftCopy } from '@contract/pupil.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { listKeptVersions } from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { copiesToShow } from './copies-to-show.ts';
import { ownEntry } from './own-entry.ts';

/** Some twenty hours of drawing; what is older gives nothing to the choice of copies. */
const VERSIONS_LOOKED_AT = 10_000;

/** The kept versions an author may want to go back to; readable in every phase. */
export async function listDraftVersions(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<{ copies: DraftCopy[] }> {
  await ownEntry(db, caller, entryId);
  return { copies: copiesToShow(await listKeptVersions(db, entryId, VERSIONS_LOOKED_AT)) };
}
