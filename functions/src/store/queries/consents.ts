import type { ConsentRecord } from '@domain/classroom/consent.ts';
import type { Trx } from '../database.ts';

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
