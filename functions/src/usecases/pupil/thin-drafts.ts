import type { Id } from '@domain/kernel/ids.ts';
import { inTransaction } from '@server/store/database.ts';
import {
  claimLeaving,
  dropVersions,
  listCrowdedDrafts,
  listLeaving,
  listThinnable,
} from '@server/store/queries/thinning.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { DAY_MS, processesToKeep, SPAN_MS } from './versions-to-keep.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'files'>;

/** A backup copies the database first and files after it: for so long what it names is there. */
const LEAVING_MS = 3_600_000;
const DROPPED_AT_ONCE = 200;
const REMOVED_AT_ONCE = 500;

/**
 * Lets the versions of drafts go that `processesToKeep` does not name, and the files that nothing
 * refers to since an hour. Safe beside every other request and beside itself; what a crash cuts off
 * the next round does. `mayGoOn` is asked before each draft and file.
 */
export async function thinDrafts(deps: Needs, mayGoOn: () => boolean = () => true): Promise<void> {
  const dayAgo = deps.clock.now() - DAY_MS;
  const crowded = await listCrowdedDrafts(deps.db, { spanMs: SPAN_MS, dayMs: DAY_MS, dayAgo });
  for (const entryId of crowded) {
    if (!mayGoOn()) return;
    await thinDraft(deps, entryId);
  }
  await removeLeaving(deps, mayGoOn);
}

async function thinDraft({ db, clock }: Needs, entryId: Id): Promise<void> {
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    const versions = await listThinnable(trx, entryId);
    const kept = processesToKeep(versions, now);
    const gone = versions.map(({ processHash }) => processHash).filter((hash) => !kept.has(hash));
    const some = [...new Set(gone)].slice(0, DROPPED_AT_ONCE);
    if (some.length > 0) await dropVersions(trx, entryId, some, now);
  });
}

async function removeLeaving({ db, clock, files }: Needs, mayGoOn: () => boolean): Promise<void> {
  for (const hash of await listLeaving(db, clock.now() - LEAVING_MS, REMOVED_AT_ONCE)) {
    if (!mayGoOn()) return;
    // Whoever sends these bytes again meanwhile waits for this transaction, then finds them missing
    // and writes them anew.
    await inTransaction(db, async (trx) => {
      if (await claimLeaving(trx, hash)) await files.remove(hash);
    });
  }
}
