import * as z from 'zod/mini';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { FlagReason, type SheetFlag } from '@domain/judging/sheet-flag.ts';
import type { Db, Trx } from '../database.ts';

/** What a judge asks the moderator to look at; `resolved` once the organiser has. */
export type RaisedFlag = SheetFlag & { readonly resolved: boolean };

const Reasons = z.array(FlagReason);

function reasonsOf(json: string): FlagReason[] {
  return Reasons.parse(JSON.parse(json));
}

export async function findFlag(db: Db, sheetId: Id): Promise<RaisedFlag | null> {
  const row = await db
    .selectFrom('sheet_flag')
    .select(['reasons', 'note', 'resolved_at'])
    .where('sheet_id', '=', sheetId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { reasons: reasonsOf(row.reasons), note: row.note, resolved: row.resolved_at !== null };
}

/** Raises the flag of a sheet, or raises it anew with other words, or takes it back with null. */
export async function writeFlag(
  trx: Trx,
  sheet: { readonly id: Id; readonly roundId: Id; readonly entryId: Id; readonly judgeId: Id },
  flag: SheetFlag | null,
  at: EpochMs,
): Promise<void> {
  await trx.deleteFrom('sheet_flag').where('sheet_id', '=', sheet.id).execute();
  if (flag === null) return;
  await trx
    .insertInto('sheet_flag')
    .values({
      sheet_id: sheet.id,
      round_id: sheet.roundId,
      entry_id: sheet.entryId,
      judge_id: sheet.judgeId,
      reasons: JSON.stringify(flag.reasons),
      note: flag.note,
      raised_at: at,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
    })
    .execute();
}

export type FlagLine = {
  readonly sheetId: Id;
  readonly entryId: Id;
  readonly blindCode: string;
  readonly title: string;
  readonly pageCount: number;
  readonly judgeName: string;
  readonly reasons: readonly FlagReason[];
  readonly note: string;
  readonly raisedAt: EpochMs;
  readonly resolvedAt: EpochMs | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
};

/** Flags of a round, those to be looked at first, oldest first. */
export async function listFlags(db: Db, roundId: Id): Promise<FlagLine[]> {
  const rows = await db
    .selectFrom('sheet_flag')
    .innerJoin('entry', 'entry.id', 'sheet_flag.entry_id')
    .innerJoin('account as judge', 'judge.id', 'sheet_flag.judge_id')
    .leftJoin('account as resolver', 'resolver.id', 'sheet_flag.resolved_by')
    .select([
      'sheet_flag.sheet_id as sheetId',
      'sheet_flag.entry_id as entryId',
      'entry.blind_code as blindCode',
      'entry.title as title',
      'entry.page_count as pageCount',
      'judge.full_name as judgeName',
      'sheet_flag.reasons as reasons',
      'sheet_flag.note as note',
      'sheet_flag.raised_at as raisedAt',
      'sheet_flag.resolved_at as resolvedAt',
      'resolver.full_name as resolvedBy',
      'sheet_flag.resolution as resolution',
    ])
    .where('sheet_flag.round_id', '=', roundId)
    .orderBy('sheet_flag.raised_at')
    .orderBy('sheet_flag.sheet_id')
    .$narrowType<{ blindCode: string }>()
    .execute();
  const lines = rows.map((row) => ({ ...row, reasons: reasonsOf(row.reasons) }));
  const open = (line: FlagLine) => line.resolvedAt === null;
  return [...lines.filter(open), ...lines.filter((line) => !open(line))];
}

/** False when there is no such flag in the round, or somebody has resolved it. */
export async function resolveFlag(
  trx: Trx,
  { sheetId, roundId }: { readonly sheetId: Id; readonly roundId: Id },
  how: { readonly at: EpochMs; readonly by: Id; readonly resolution: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sheet_flag')
    .set({ resolved_at: how.at, resolved_by: how.by, resolution: how.resolution })
    .where('sheet_id', '=', sheetId)
    .where('round_id', '=', roundId)
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
