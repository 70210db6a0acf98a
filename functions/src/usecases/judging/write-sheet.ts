import type { SheetView } from '@contract/judging.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { sheetProblems } from '@domain/judging/sheet.ts';
import { seenAtWork } from '@domain/judging/time-at-work.ts';
import { inTransaction, type Trx } from '@server/store/database.ts';
import { listCriteria } from '@server/store/queries/editions.ts';
import { writeFlag } from '@server/store/queries/sheet-flags.ts';
import {
  findSheet,
  type SheetContent,
  writeSheet,
  writeTimeAtWork,
} from '@server/store/queries/sheets.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownSheet, requireInRange, sameFlag, saysTheSame, sheetView } from './own-sheet.ts';

export type SheetInput = SheetContent & {
  readonly sheetId: Id;
  /** The version that the judge saw. */
  readonly version: number;
};

/**
 * Keeps an unfinished sheet. What it says already may be said again from any version. Refuses
 * judging.closed, judging.sheet-submitted, judging.points-out-of-range, and judging.sheet-conflict
 * { version } when the sheet was changed elsewhere meanwhile.
 */
export async function saveSheet(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  caller: Caller,
  input: SheetInput,
): Promise<SheetView> {
  const sheet = await ownSheet(deps.db, caller, input.sheetId);
  requireInRange(await listCriteria(deps.db, sheet.editionId), input.points);
  const at = deps.clock.now();
  await inTransaction(deps.db, (trx) => write(trx, input, { at, submitted: false }));
  return viewOf(deps, input.sheetId);
}

/**
 * Hands in a full sheet, for good. The same sheet again is no error. Refuses as saveSheet does, and
 * judging.sheet-incomplete { missing }.
 */
export async function submitSheet(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  caller: Caller,
  input: SheetInput,
): Promise<SheetView> {
  const sheet = await ownSheet(deps.db, caller, input.sheetId);
  const criteria = await listCriteria(deps.db, sheet.editionId);
  requireInRange(criteria, input.points);
  const { missing } = sheetProblems(criteria, input.points);
  if (missing.length > 0) throw refuse('judging.sheet-incomplete', { missing: missing.length });
  const at = deps.clock.now();
  await inTransaction(deps.db, (trx) => write(trx, input, { at, submitted: true }));
  return viewOf(deps, input.sheetId);
}

/**
 * Somebody is at work on an unfinished sheet: the first time opens it. Refuses not-found,
 * permission.denied, judging.calibration-first; does nothing for a sheet that is in.
 */
export async function touchSheet(
  deps: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  { sheetId }: { sheetId: Id },
): Promise<void> {
  const { state, round } = await ownSheet(deps.db, caller, sheetId);
  if (state === 'submitted' || !judgingOpen(round)) return;
  await inTransaction(deps.db, (trx) => noteSeen(trx, sheetId, deps.clock.now()));
}

async function noteSeen(trx: Trx, sheetId: Id, at: EpochMs): Promise<void> {
  const before = (await findSheet(trx, sheetId))?.timeAtWork;
  if (before !== undefined) await writeTimeAtWork(trx, sheetId, before, seenAtWork(before, at));
}

async function viewOf(deps: Pick<Deps, 'db' | 'files'>, sheetId: Id): Promise<SheetView> {
  const sheet = await findSheet(deps.db, sheetId);
  if (sheet === null) throw refuse('not-found');
  return sheetView(deps, sheet);
}

async function write(
  trx: Trx,
  input: SheetInput,
  when: { readonly at: EpochMs; readonly submitted: boolean },
): Promise<void> {
  const sheet = await findSheet(trx, input.sheetId);
  if (sheet === null) throw refuse('not-found');
  const same = saysTheSame(sheet, input);
  if (sheet.state === 'submitted') {
    if (same && when.submitted) return;
    throw refuse('judging.sheet-submitted');
  }
  if (!judgingOpen(sheet.round)) throw refuse('judging.closed');
  // The first save may have arrived although its answer did not.
  if (same && !when.submitted && sheet.state === 'started') return;
  if (!same && sheet.version !== input.version) {
    throw refuse('judging.sheet-conflict', { version: sheet.version });
  }
  await writeSheet(trx, input.sheetId, input, when);
  if (!sameFlag(sheet.flag, input.flag)) await writeFlag(trx, sheet, input.flag, when.at);
  await writeTimeAtWork(trx, sheet.id, sheet.timeAtWork, seenAtWork(sheet.timeAtWork, when.at));
}
