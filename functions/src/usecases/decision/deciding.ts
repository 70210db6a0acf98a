import type { Decision } from '@contract/decision.ts';
import type { Edition } from '@domain/contest/edition.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction, type Trx } from '@server/store/database.ts';
import { takeTurn } from '@server/store/queries/editions.ts';
import { listFrozen, type FrozenVersion } from '@server/store/queries/decisions.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from '@server/usecases/organiser/running-edition.ts';
import { decisionState, decisionView } from './decision-view.ts';

export type Needs = Pick<Deps, 'db' | 'clock' | 'randomness'>;

export type Turn = {
  readonly trx: Trx;
  readonly edition: Edition;
  readonly accountId: Id;
  readonly frozen: readonly FrozenVersion[];
  /** The version that is being prepared. */
  readonly version: number;
  readonly holding: FrozenVersion | null;
};

/**
 * One deed of the decision, alone on its round, and how the decision stands after it. Refuses
 * round.judging-open until judging has ended; with `open`, decision.frozen where a result holds.
 */
export async function decide(
  deps: Needs,
  caller: Caller,
  { open }: { readonly open: boolean },
  deed: (turn: Turn) => Promise<void>,
): Promise<Decision> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const edition = await runningEdition(trx);
    await takeTurn(trx, edition.round.id);
    const frozen = await listFrozen(trx, edition.round.id);
    const { state, version, holding } = decisionState(edition, frozen);
    if (state === 'judging') throw refuse('round.judging-open');
    if (open && holding !== null) throw refuse('decision.frozen');
    await deed({ trx, edition, accountId, frozen, version, holding });
  });
  return decisionView(deps.db, await runningEdition(deps.db), accountId);
}

export async function readDecision({ db }: Pick<Deps, 'db'>, caller: Caller): Promise<Decision> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  return decisionView(db, await runningEdition(db), accountId);
}
