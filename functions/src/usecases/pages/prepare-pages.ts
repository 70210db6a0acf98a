import type { Id } from '@domain/kernel/ids.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import { listSubmittedEntries } from '@server/store/queries/entries.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryEvidence } from '@server/usecases/evidence/entry-evidence.ts';
import { entryPage } from './entry-page.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'files' | 'renderCache' | 'renderPage' | 'measurePage'>;

/**
 * Renders the pages of submitted entries ahead of their first reader and finds out what judges are
 * told of them, one at a time, as long as `mayGoOn` says so before each.
 * @param prepared entries that are known to be done; added to
 */
export async function preparePages(
  deps: Needs,
  prepared: Set<Id>,
  mayGoOn: () => boolean,
): Promise<void> {
  const edition = await findRunningEdition(deps.db);
  if (edition === null) return;
  for (const entry of await listSubmittedEntries(deps.db, edition.id)) {
    if (prepared.has(entry.id)) continue;
    for (let page = 1; page <= entry.pageCount; page += 1) {
      if (!mayGoOn()) return;
      await entryPage(deps, entry, page);
    }
    if (!mayGoOn()) return;
    await entryEvidence(deps, entry.id);
    prepared.add(entry.id);
  }
}
