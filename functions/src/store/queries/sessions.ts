import type { Actor, SessionView } from '@domain/people/actor.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { type AccountRow, actorOfAccount } from './accounts.ts';

export type SignedIn = {
  readonly actor: Actor;
  readonly view: SessionView;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
};

export type SessionOwner = { readonly accountId: Id } | { readonly pupilId: Id };

export async function insertSession(
  db: Db,
  tokenHash: string,
  owner: SessionOwner,
  times: { readonly createdAt: EpochMs; readonly expiresAt: EpochMs },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_id: 'accountId' in owner ? owner.accountId : null,
      pupil_id: 'pupilId' in owner ? owner.pupilId : null,
      created_at: times.createdAt,
      expires_at: times.expiresAt,
    })
    .execute();
}

/** The session that is valid at `now`, with who it belongs to; a disabled account has none. */
export async function findSession(
  db: Db,
  tokenHash: string,
  now: EpochMs,
): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('session')
    .leftJoin('account', 'account.id', 'session.account_id')
    .leftJoin('pupil', 'pupil.id', 'session.pupil_id')
    .leftJoin('school_class', 'school_class.id', 'pupil.class_id')
    .select([
      'session.created_at',
      'session.expires_at',
      'account.id as account_id',
      'account.role',
      'account.full_name as account_name',
      'account.school_id',
      'account.disabled_at',
      'pupil.id as pupil_id',
      'pupil.full_name as pupil_name',
      'pupil.class_id',
      'school_class.edition_id',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const times = { createdAt: row.created_at, expiresAt: row.expires_at };
  if (row.pupil_id !== null && row.class_id !== null && row.edition_id !== null) {
    const { pupil_id: pupilId, class_id: classId, edition_id: editionId } = row;
    return {
      actor: { role: 'pupil', pupilId, classId, editionId },
      view: { role: 'pupil', displayName: row.pupil_name },
      ...times,
    };
  }
  if (row.account_id === null || row.role === null || row.disabled_at !== null) return null;
  const account: Pick<AccountRow, 'id' | 'role' | 'schoolId'> = {
    id: row.account_id,
    role: row.role,
    schoolId: row.school_id,
  };
  return {
    actor: actorOfAccount(account),
    view: { role: row.role, displayName: row.account_name },
    ...times,
  };
}

export async function prolongSession(db: Db, tokenHash: string, expiresAt: EpochMs): Promise<void> {
  await db
    .updateTable('session')
    .set({ expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function deleteSessionsOfAccount(db: Db, accountId: Id): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute();
}

export async function deleteSessionsOfPupil(db: Db, pupilId: Id): Promise<void> {
  await db.deleteFrom('session').where('pupil_id', '=', pupilId).execute();
}

export async function sweepSessions(db: Db, now: EpochMs): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
}
