import type { Overview } from '@contract/organiser.ts';
import { phaseOf } from '@domain/contest/round.ts';
import { readArchivedResult } from '@domain/judging/archive/verify-archive.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { listFrozen, markPublished } from '@server/store/queries/decisions.ts';
import { stampRound, takeTurn } from '@server/store/queries/editions.ts';
import { listSubmittedEntries } from '@server/store/queries/entries.ts';
import { replaceResults } from '@server/store/queries/results.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import { decisionState } from '@server/usecases/decision/decision-view.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { overview } from './read-overview.ts';
import { noteAct, runningEdition } from './running-edition.ts';

/**
 * Publishes the frozen result, as its archive says it, and opens the gallery to what the consents
 * allow. A later version takes the place of the one before. Refuses round.judging-open until
 * judging has ended, decision.not-frozen, and round.already-published for a version that was.
 */
export async function publishRound(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness' | 'files'>,
  caller: Caller,
): Promise<Overview> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const edition = await runningEdition(trx);
    const { round } = edition;
    await takeTurn(trx, round.id);
    const now = deps.clock.now();
    const { state, version, holding } = decisionState(edition, await listFrozen(trx, round.id));
    if (state === 'published') throw refuse('round.already-published');
    if (state === 'judging') throw refuse('round.judging-open');
    if (holding === null) throw refuse('decision.not-frozen');
    const bytes = await deps.files.get(holding.archiveHash);
    const result = bytes === null ? null : readArchivedResult(bytes);
    if (result === null) throw new Error(`archive ${holding.archiveHash} cannot be read`);
    const idOf = new Map(
      (await listSubmittedEntries(trx, edition.id)).map(({ id, blindCode }) => [blindCode, id]),
    );
    // Whoever no longer stands was in the result, and is not shown.
    const ranking = result.divisions.flatMap(({ rows }) =>
      rows.flatMap(({ entry, rank, score, sheets }) => {
        const entryId = idOf.get(entry);
        return entryId === undefined ? [] : [{ entryId, rank, mean: score, sheetCount: sheets }];
      }),
    );
    await replaceResults(trx, round.id, ranking);
    if (phaseOf(round, now) !== 'published') await stampRound(trx, round.id, 'published_at', now);
    await markPublished(trx, round.id, version, now);
    await noteAct(trx, deps, accountId, {
      action: 'round.publish',
      subject: round.id,
      detail: { ranked: ranking.length, version, resultSha256: holding.resultSha256 },
    });
  });
  return overview(deps);
}
