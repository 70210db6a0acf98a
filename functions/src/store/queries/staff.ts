import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { AdultRole } from '@domain/people/actor.ts';
import type { Db, Trx } from '../database.ts';

export type StaffRow = {
  readonly id: Id;
  readonly role: AdultRole;
  readonly email: string;
  readonly fullName: string;
  readonly schoolName: string | null;
  readonly active: boolean;
  /** When the link that waits to be used ends or ended; null without one. */
  readonly invitedUntil: EpochMs | null;
};

function selectStaff(db: Db) {
  return db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.school_id')
    .leftJoin('invite', (join) =>
      join.onRef('invite.account_id', '=', 'account.id').on('invite.used_at', 'is', null),
    )
    .select([
      'invite.expires_at as invitedUntil',
      'account.id as id',
      'account.role as role',
      'account.email as email',
      'account.full_name as fullName',
      'unit.name as schoolName',
      'account.disabled_at as disabledAt',
    ]);
}

/** Every adult, also those who can no longer sign in. */
export async function listStaff(db: Db): Promise<StaffRow[]> {
  const rows = await selectStaff(db).execute();
  return rows.map(({ disabledAt, ...row }) => ({ ...row, active: disabledAt === null }));
}

/** Also one who can no longer sign in. */
export async function findStaff(db: Db, id: Id): Promise<StaffRow | null> {
  const row = await selectStaff(db).where('account.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { disabledAt, ...staff } = row;
  return { ...staff, active: disabledAt === null };
}

/** Since when an account can no longer sign in; null opens it again. */
export async function setDisabledAt(trx: Trx, id: Id, disabledAt: EpochMs | null): Promise<void> {
  await trx.updateTable('account').set({ disabled_at: disabledAt }).where('id', '=', id).execute();
}

type NewStaff = {
  readonly id: Id;
  readonly role: AdultRole;
  readonly email: string;
  readonly fullName: string;
  readonly schoolId: Id | null;
  readonly createdAt: EpochMs;
};

/** An adult without a password yet. False when the e-mail is taken. */
export async function insertStaff(trx: Trx, account: NewStaff): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('account')
    .values({
      id: account.id,
      role: account.role,
      email: account.email,
      full_name: account.fullName,
      school_id: account.schoolId,
      password_hash: null,
      disabled_at: null,
      created_at: account.createdAt,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The account's one-time links no longer work. */
export async function dropInvites(trx: Trx, accountId: Id): Promise<void> {
  await trx.deleteFrom('invite').where('account_id', '=', accountId).execute();
}

/** A new one-time link for an account; the earlier ones no longer work. */
export async function replaceInvite(
  trx: Trx,
  accountId: Id,
  tokenHash: string,
  expiresAt: EpochMs,
): Promise<void> {
  await dropInvites(trx, accountId);
  await trx
    .insertInto('invite')
    .values({ token_hash: tokenHash, account_id: accountId, expires_at: expiresAt, used_at: null })
    .execute();
}
