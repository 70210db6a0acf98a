import type { PairView } from '@contract/pairs.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type Db, inTransaction } from '@server/store/database.ts';
import { listFrozen } from '@server/store/queries/decisions.ts';
import { findRunningEdition, takeTurn } from '@server/store/queries/editions.ts';
import {
  findPair,
  listPairsOfJudge,
  type Pair,
  type PairOfJudge,
  type Side,
  writeChoice,
} from '@server/store/queries/finals.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { entryPage, readPicture } from '@server/usecases/pages/entry-page.ts';

/** The judge's pairs of the final; none before it was begun. */
export async function listPairs(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<{ open: boolean; pairs: PairOfJudge[] }> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'judge');
  const edition = await findRunningEdition(db);
  if (edition === null) return { open: false, pairs: [] };
  return {
    open: await takesChoices(db, edition.round.id),
    pairs: await listPairsOfJudge(db, edition.round.id, accountId),
  };
}

export async function readPair(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { pairId }: { readonly pairId: Id },
): Promise<PairView> {
  return pairView(deps, await ownPair(deps.db, caller, pairId));
}

export async function readPairPage(
  deps: Pick<Deps, 'db' | 'files' | 'renderCache' | 'renderPage'>,
  caller: Caller,
  { pairId, side, page }: { readonly pairId: Id; readonly side: Side; readonly page: number },
): Promise<Uint8Array> {
  const pair = await ownPair(deps.db, caller, pairId);
  return entryPage(deps, pair[side], page);
}

/**
 * Keeps which of the two is better; a judge may think again until the result is frozen. Refuses
 * not-found, permission.denied, final.closed.
 */
export async function choosePair(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  caller: Caller,
  { pairId, chosen }: { readonly pairId: Id; readonly chosen: Side },
): Promise<PairView> {
  const { roundId } = await ownPair(deps.db, caller, pairId);
  await inTransaction(deps.db, async (trx) => {
    // With whoever freezes: a choice counts before, or is refused after.
    await takeTurn(trx, roundId);
    if (!(await takesChoices(trx, roundId))) throw refuse('final.closed');
    await writeChoice(trx, pairId, chosen, deps.clock.now());
  });
  return readPair(deps, caller, { pairId });
}

async function ownPair(db: Db, caller: Caller, pairId: Id): Promise<Pair> {
  const pair = await findPair(db, pairId);
  if (pair === null || pair.judgeId === null) throw refuse('not-found');
  caller.allow({ judgeId: pair.judgeId });
  return pair;
}

/** Until a frozen version holds. */
async function takesChoices(db: Db, roundId: Id): Promise<boolean> {
  const newest = (await listFrozen(db, roundId)).at(-1);
  return newest === undefined || newest.reopenedAt !== null;
}

/** Named field by field, so that nothing of the authors ever slips in. */
async function pairView(deps: Pick<Deps, 'db' | 'files'>, pair: Pair): Promise<PairView> {
  const seen = async ({ blindCode, title, pictureHash }: Pair['left']) => {
    const { pages } = await readPicture(deps, pictureHash);
    return {
      blindCode,
      title,
      captions: pages.map(({ caption }) => caption),
      altTexts: pages.map(({ alt }) => alt),
    };
  };
  return {
    id: pair.id,
    chosen: pair.chosen,
    open: await takesChoices(deps.db, pair.roundId),
    left: await seen(pair.left),
    right: await seen(pair.right),
  };
}
