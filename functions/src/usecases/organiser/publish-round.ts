import type { Overview } from '@contract/organiser.ts';
import { phaseOf } from '@domain/contest/round.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { rankByMean } from '@domain/judging/ranking.ts';
import { inTransaction } from '@server/store/database.ts';
import { stampRound, takeTurn } from '@server/store/queries/editions.ts';
import { insertResults } from '@server/store/queries/results.ts';
import { listTotals } from '@server/store/queries/sheets.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { overview } from './read-overview.ts';
import { noteAct, runningEdition } from './running-edition.ts';

/**
 * Freezes the ranking and opens the gallery to what the consents allow. Refuses round.judging-open
 * until judging has ended, round.already-published after.
 */
export async function publishRound(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
): Promise<Overview> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const { round } = await runningEdition(trx);
    await takeTurn(trx, round.id);
    const now = deps.clock.now();
    const phase = phaseOf(round, now);
    if (phase === 'published') throw refuse('round.already-published');
    if (phase !== 'decided') throw refuse('round.judging-open');
    const totals = await listTotals(trx, round.id);
    const ranking = rankByMean([...totals].map(([entryId, given]) => ({ entryId, totals: given })));
    await insertResults(trx, round.id, ranking);
    await stampRound(trx, round.id, 'published_at', now);
    await noteAct(trx, deps, accountId, {
      action: 'round.publish',
      subject: round.id,
      detail: { ranked: ranking.length },
    });
  });
  return overview(deps);
}
