import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage } from '@server/usecases/pages/entry-page.ts';
import { ownEntry } from './own-entry.ts';

export async function readOwnPage(
  deps: Pick<Deps, 'db' | 'files' | 'renderCache' | 'renderPage'>,
  caller: Caller,
  { entryId, page }: { entryId: Id; page: number },
): Promise<Uint8Array> {
  const { entry } = await ownEntry(deps.db, caller, entryId);
  const { pictureHash, pageCount } = entry;
  if (pictureHash === null) throw refuse('entry.not-submitted');
  return entryPage(deps, { pictureHash, pageCount }, page);
}
