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
};

/** Every adult, also those who can no longer sign in. */
export async function listStaff(db: Db): Promise<StaffRow[]> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.school_id')
    .select([
      'account.id as id',
      'account.role as role',
      'account.email as email',
      'account.full_name as fullName',
      'unit.name as schoolName',
      'account.disabled_at as disabledAt',
    ])
    .execute();
  return rows.map(({ disabledAt, ...row }) => ({ ...row, active: disabledAt === null }));
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

/** A new one-time link for an account; the earlier ones no longer work. */
export async function replaceInvite(
  trx: Trx,
  accountId: Id,
  tokenHash: string,
  expiresAt: EpochMs,
): Promise<void> {
  await trx.deleteFrom('invite').where('account_id', '=', accountId).execute();
  await trx
    .insertInto('invite')
    .values({ token_hash: tokenHash, account_id: accountId, expires_at: expiresAt, used_at: null })
    .execute();
}
