import type { BlobHash } from '@domain/kernel/ids.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import { listSubmittedEntries } from '@server/store/queries/entries.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage } from './entry-page.ts';

type Needs = Pick<Deps, 'db' | 'files' | 'renderCache' | 'renderPage'>;

/**
 * Renders the pages of submitted entries ahead of their first reader, one at a time, as long as
 * `mayGoOn` says so before each page.
 * @param prepared pictures that are known to be done; added to
 */
export async function preparePages(
  deps: Needs,
  prepared: Set<BlobHash>,
  mayGoOn: () => boolean,
): Promise<void> {
  const edition = await findRunningEdition(deps.db);
  if (edition === null) return;
  for (const entry of await listSubmittedEntries(deps.db, edition.id)) {
    if (prepared.has(entry.pictureHash)) continue;
    for (let page = 1; page <= entry.pageCount; page += 1) {
      if (!mayGoOn()) return;
      await entryPage(deps, entry, page);
    }
    prepared.add(entry.pictureHash);
  }
}
