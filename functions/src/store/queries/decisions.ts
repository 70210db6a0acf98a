import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';

export type PrizeChangeLine = {
  readonly entryId: Id;
  readonly withdrawn: boolean;
  readonly prizeId: string | null;
  readonly reason: string;
  readonly actorName: string;
  readonly at: EpochMs;
};

/** What the jury did to prizes, oldest first. */
export async function listPrizeChanges(db: Db, roundId: Id): Promise<PrizeChangeLine[]> {
  const rows = await db
    .selectFrom('prize_change')
    .innerJoin('account', 'account.id', 'prize_change.actor_id')
    .select([
      'prize_change.entry_id as entryId',
      'prize_change.withdrawn as withdrawn',
      'prize_change.prize_id as prizeId',
      'prize_change.reason as reason',
      'account.full_name as actorName',
      'prize_change.at as at',
    ])
    .where('prize_change.round_id', '=', roundId)
    .orderBy('prize_change.position')
    .execute();
  return rows.map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }));
}

export async function appendPrizeChange(
  trx: Trx,
  roundId: Id,
  change: Pick<PrizeChangeLine, 'entryId' | 'withdrawn' | 'prizeId' | 'reason' | 'at'> & {
    readonly id: Id;
    readonly actorId: Id;
  },
): Promise<void> {
  const { last } = await trx
    .selectFrom('prize_change')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('prize_change')
    .values({
      id: change.id,
      round_id: roundId,
      entry_id: change.entryId,
      position: (last ?? 0) + 1,
      withdrawn: change.withdrawn ? 1 : 0,
      prize_id: change.prizeId,
      reason: change.reason,
      actor_id: change.actorId,
      at: change.at,
    })
    .execute();
}

export type SignatureLine = {
  readonly accountId: Id;
  readonly name: string;
  readonly resultSha256: string;
  readonly signedAt: EpochMs;
};

/** Signatures given before a version was frozen, in their order; also those of other results. */
export async function listSignatures(
  db: Db,
  roundId: Id,
  version: number,
): Promise<SignatureLine[]> {
  return db
    .selectFrom('result_signature')
    .innerJoin('account', 'account.id', 'result_signature.account_id')
    .select([
      'account.id as accountId',
      'account.full_name as name',
      'result_signature.result_sha256 as resultSha256',
      'result_signature.signed_at as signedAt',
    ])
    .where('result_signature.round_id', '=', roundId)
    .where('result_signature.version', '=', version)
    .orderBy('result_signature.signed_at')
    .orderBy('account.id')
    .execute();
}

/** A later signature of the same person takes the place of the earlier. */
export async function putSignature(
  trx: Trx,
  signature: {
    readonly roundId: Id;
    readonly version: number;
    readonly accountId: Id;
    readonly resultSha256: string;
    readonly signedAt: EpochMs;
  },
): Promise<void> {
  await trx
    .insertInto('result_signature')
    .values({
      round_id: signature.roundId,
      version: signature.version,
      account_id: signature.accountId,
      result_sha256: signature.resultSha256,
      signed_at: signature.signedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'version', 'account_id']).doUpdateSet({
        result_sha256: signature.resultSha256,
        signed_at: signature.signedAt,
      }),
    )
    .execute();
}

export type FrozenVersion = {
  readonly version: number;
  readonly resultSha256: string;
  readonly archiveHash: BlobHash;
  readonly frozenAt: EpochMs;
  readonly frozenBy: string;
  readonly publishedAt: EpochMs | null;
  readonly reopenedAt: EpochMs | null;
  readonly reopenedBy: string | null;
  readonly reopenReason: string | null;
};

/** Frozen results of a round, oldest first. */
export async function listFrozen(db: Db, roundId: Id): Promise<FrozenVersion[]> {
  return db
    .selectFrom('decision')
    .innerJoin('account as freezer', 'freezer.id', 'decision.frozen_by')
    .leftJoin('account as reopener', 'reopener.id', 'decision.reopened_by')
    .select([
      'decision.version as version',
      'decision.result_sha256 as resultSha256',
      'decision.archive_hash as archiveHash',
      'decision.frozen_at as frozenAt',
      'freezer.full_name as frozenBy',
      'decision.published_at as publishedAt',
      'decision.reopened_at as reopenedAt',
      'reopener.full_name as reopenedBy',
      'decision.reopen_reason as reopenReason',
    ])
    .where('decision.round_id', '=', roundId)
    .orderBy('decision.version')
    .execute();
}

/** Keeps a frozen result; its archive is noted as a blob, which backups then hold. */
export async function insertFrozen(
  trx: Trx,
  frozen: {
    readonly id: Id;
    readonly roundId: Id;
    readonly version: number;
    readonly resultSha256: string;
    readonly archive: { readonly hash: BlobHash; readonly sizeBytes: number };
    readonly frozenAt: EpochMs;
    readonly frozenBy: Id;
  },
): Promise<void> {
  await trx
    .insertInto('blob')
    .values({
      hash: frozen.archive.hash,
      size_bytes: frozen.archive.sizeBytes,
      media_type: 'application/zip',
      created_at: frozen.frozenAt,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await trx
    .insertInto('decision')
    .values({
      id: frozen.id,
      round_id: frozen.roundId,
      version: frozen.version,
      result_sha256: frozen.resultSha256,
      archive_hash: frozen.archive.hash,
      frozen_at: frozen.frozenAt,
      frozen_by: frozen.frozenBy,
      published_at: null,
      reopened_at: null,
      reopened_by: null,
      reopen_reason: null,
    })
    .execute();
}

export async function markReopened(
  trx: Trx,
  roundId: Id,
  version: number,
  reopening: { readonly at: EpochMs; readonly by: Id; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('decision')
    .set({
      reopened_at: reopening.at,
      reopened_by: reopening.by,
      reopen_reason: reopening.reason,
    })
    .where('round_id', '=', roundId)
    .where('version', '=', version)
    .execute();
}

export async function markPublished(
  trx: Trx,
  roundId: Id,
  version: number,
  at: EpochMs,
): Promise<void> {
  await trx
    .updateTable('decision')
    .set({ published_at: at })
    .where('round_id', '=', roundId)
    .where('version', '=', version)
    .execute();
}
