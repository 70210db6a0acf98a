import type { ConsentRecord } from '@domain/classroom/consent.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Trx } from '../database.ts';

/** When the newest line about a pupil was written; null where there is none. */
export async function lastConsentAt(trx: Trx, pupilId: Id): Promise<EpochMs | null> {
  const newest = await trx
    .selectFrom('consent')
    .select('recorded_at')
    .where('pupil_id', '=', pupilId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.recorded_at ?? null;
}

/** Adds lines to the ledger. There is no query that changes or deletes one. */
export async function appendConsents(trx: Trx, lines: readonly ConsentRecord[]): Promise<void> {
  await trx
    .insertInto('consent')
    .values(
      lines.map((line) => ({
        id: line.id,
        pupil_id: line.pupilId,
        purpose: line.purpose,
        party: line.party,
        granted: line.granted ? 1 : 0,
        evidence: line.evidence,
        text_version: line.textVersion,
        recorded_by: line.recordedBy,
        recorded_at: line.recordedAt,
      })),
    )
    .execute();
}
