import type { RaisedFlags } from '@contract/sheet-flags.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { inTransaction } from '@server/store/database.ts';
import { listFlags, resolveFlag as markResolved } from '@server/store/queries/sheet-flags.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { noteAct, runningEdition } from './running-edition.ts';

export async function listRaisedFlags(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<RaisedFlags> {
  caller.allow({});
  const { round } = await runningEdition(db);
  const flags = await listFlags(db, round.id);
  return { flags: flags.map((flag) => ({ ...flag, reasons: [...flag.reasons] })) };
}

/** Writes down what was done about a flag; its judge sees that it was, and not what. Refuses not-found. */
export async function resolveFlag(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { sheetId, resolution }: { readonly sheetId: Id; readonly resolution: string },
): Promise<RaisedFlags> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'organiser');
  await inTransaction(deps.db, async (trx) => {
    const { round } = await runningEdition(trx);
    const how = { at: deps.clock.now(), by: accountId, resolution };
    if (!(await markResolved(trx, { sheetId, roundId: round.id }, how))) throw refuse('not-found');
    await noteAct(trx, deps, accountId, {
      action: 'flag.resolve',
      subject: sheetId,
      detail: { resolution },
    });
  });
  return listRaisedFlags(deps, caller);
}
