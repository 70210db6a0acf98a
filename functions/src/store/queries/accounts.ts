import type { Actor, AdultRole } from '@domain/people/actor.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';

export type AccountRow = {
  readonly id: Id;
  readonly role: AdultRole;
  readonly email: string;
  readonly fullName: string;
  readonly schoolId: Id | null;
  readonly passwordHash: string | null;
};

export function actorOfAccount(account: Pick<AccountRow, 'id' | 'role' | 'schoolId'>): Actor {
  const { id: accountId, role, schoolId } = account;
  if (role !== 'teacher') return { role, accountId };
  if (schoolId === null) throw new Error(`teacher ${accountId} has no school`);
  return { role, accountId, schoolId };
}

const COLUMNS = [
  'id',
  'role',
  'email',
  'full_name as fullName',
  'school_id as schoolId',
  'password_hash as passwordHash',
] as const;

/** An account that may sign in; a disabled one is not found. */
export async function findAccountByEmail(db: Db, email: string): Promise<AccountRow | null> {
  const row = await db
    .selectFrom('account')
    .select(COLUMNS)
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function findAccount(db: Db, id: Id): Promise<AccountRow | null> {
  const row = await db
    .selectFrom('account')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function emailIsTaken(db: Db, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertOrganiser(
  db: Db,
  organiser: {
    readonly id: Id;
    readonly email: string;
    readonly fullName: string;
    readonly passwordHash: string;
    readonly createdAt: EpochMs;
  },
): Promise<void> {
  await db
    .insertInto('account')
    .values({
      id: organiser.id,
      role: 'organiser',
      email: organiser.email,
      full_name: organiser.fullName,
      school_id: null,
      password_hash: organiser.passwordHash,
      disabled_at: null,
      created_at: organiser.createdAt,
    })
    .execute();
}

export async function setPasswordHash(db: Db, id: Id, passwordHash: string | null): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', id)
    .execute();
}

/** Disabled ones count too: whoever was the first organiser, the link is no longer for anybody. */
export async function anyOrganiser(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'organiser')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type Invite = { readonly accountId: Id | null };

/** The invite of a link that was neither used nor has expired. */
export async function findInvite(db: Db, tokenHash: string, now: EpochMs): Promise<Invite | null> {
  const row = await db
    .selectFrom('invite')
    .select('account_id as accountId')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses the link up. False when it was used or had expired, also when that happened just now. */
export async function takeInvite(db: Db, tokenHash: string, now: EpochMs): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invite')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A new link for the first organiser; the links printed before no longer work. */
export async function replaceFirstOrganiserInvite(
  db: Db,
  tokenHash: string,
  expiresAt: EpochMs,
): Promise<void> {
  await db.deleteFrom('invite').where('account_id', 'is', null).execute();
  await db
    .insertInto('invite')
    .values({ token_hash: tokenHash, account_id: null, expires_at: expiresAt, used_at: null })
    .execute();
}

export type Card = {
  readonly pupilId: Id;
  readonly fullName: string;
  readonly pinSealed: string;
};

export async function findClassByCode(db: Db, code: string): Promise<Id | null> {
  const row = await db
    .selectFrom('school_class')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.id ?? null;
}

const CARD = ['pupil.id as pupilId', 'full_name as fullName', 'pin_sealed as pinSealed'] as const;

export async function findCard(db: Db, classId: Id, cardNumber: number): Promise<Card | null> {
  const row = await db
    .selectFrom('pupil')
    .select(CARD)
    .where('class_id', '=', classId)
    .where('card_number', '=', cardNumber)
    .executeTakeFirst();
  return row ?? null;
}

export async function findCardBySecret(db: Db, secretHash: string): Promise<Card | null> {
  const row = await db
    .selectFrom('pupil')
    .select(CARD)
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
  return row ?? null;
}
