import type { Decision } from '@contract/decision.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { appendPrizeChange } from '@server/store/queries/decisions.ts';
import type { Caller } from '@server/usecases/caller.ts';
import { noteAct } from '@server/usecases/organiser/running-edition.ts';
import { decide, type Needs } from './deciding.ts';
import { gatherRound } from './round-result.ts';

type Change = { readonly entryId: Id; readonly prizeId: string | null; readonly reason: string };

/**
 * Gives an entry with a rank another prize of its division, or none; reason and actor are kept for
 * good. Refuses round.judging-open, decision.frozen, and not-found for what has no rank or no such
 * prize.
 */
export async function changePrize(
  deps: Needs,
  caller: Caller,
  { entryId, prizeId, reason }: Change,
): Promise<Decision> {
  return decide(deps, caller, { open: true }, async ({ trx, edition, accountId }) => {
    const round = await gatherRound(trx, edition);
    const entry = round.entries.find(({ id }) => id === entryId);
    const judged = round.lines.some((line) => line.entryId === entryId);
    const prizes = round.task.rules.divisions.find(({ id }) => id === entry?.divisionId)?.prizes;
    const known = prizeId === null || prizes?.some(({ id }) => id === prizeId);
    if (entry === undefined || !judged || !known) throw refuse('not-found');
    await appendPrizeChange(trx, edition.round.id, {
      id: deps.randomness.id(),
      entryId,
      withdrawn: false,
      prizeId,
      reason,
      actorId: accountId,
      at: deps.clock.now(),
    });
    await noteAct(trx, deps, accountId, {
      action: 'decision.change',
      subject: entryId,
      detail: { prizeId, reason },
    });
  });
}

/** Back to the proposal. An entry whose prize was not changed stays as it is. */
export async function restorePrize(
  deps: Needs,
  caller: Caller,
  { entryId }: { readonly entryId: Id },
): Promise<Decision> {
  return decide(deps, caller, { open: true }, async ({ trx, edition, accountId }) => {
    const { changes } = await gatherRound(trx, edition);
    if (!changes.some((change) => change.entryId === entryId)) return;
    await appendPrizeChange(trx, edition.round.id, {
      id: deps.randomness.id(),
      entryId,
      withdrawn: true,
      prizeId: null,
      reason: '',
      actorId: accountId,
      at: deps.clock.now(),
    });
    await noteAct(trx, deps, accountId, {
      action: 'decision.change',
      subject: entryId,
      detail: { withdrawn: true },
    });
  });
}
