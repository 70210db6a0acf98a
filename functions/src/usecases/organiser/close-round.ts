import type { Overview } from '@contract/organiser.ts';
import { phaseOf } from '@domain/contest/round.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { stampRound } from '@server/store/queries/editions.ts';
import { anySheetSubmitted } from '@server/store/queries/sheets.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { overview } from './read-overview.ts';
import { noteAct, runningEdition } from './running-edition.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;

/** Ends submission now. Refuses entry.round-not-open before it began, round.already-closed after. */
export async function closeSubmission(deps: Needs, caller: Caller): Promise<Overview> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const { round } = await runningEdition(trx);
    const now = deps.clock.now();
    const phase = phaseOf(round, now);
    if (phase === 'upcoming') throw refuse('entry.round-not-open', { opensAt: round.opensAt });
    if (phase !== 'open') throw refuse('round.already-closed');
    await stampRound(trx, round.id, 'submission_closed_at', now);
    await noteAct(trx, deps, accountId, {
      action: 'round.close',
      subject: round.id,
      detail: { ended: 'submission' },
    });
  });
  return overview(deps);
}

/** Ends judging now. Refuses round.submission-open, round.nothing-judged, round.already-closed. */
export async function closeJudging(deps: Needs, caller: Caller): Promise<Overview> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const { round } = await runningEdition(trx);
    const now = deps.clock.now();
    const phase = phaseOf(round, now);
    if (phase === 'upcoming' || phase === 'open') throw refuse('round.submission-open');
    if (phase !== 'judging') throw refuse('round.already-closed');
    if (!(await anySheetSubmitted(trx, round.id))) throw refuse('round.nothing-judged');
    await stampRound(trx, round.id, 'judging_closed_at', now);
    await noteAct(trx, deps, accountId, {
      action: 'round.close',
      subject: round.id,
      detail: { ended: 'judging' },
    });
  });
  return overview(deps);
}
