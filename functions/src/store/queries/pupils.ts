import type { ConsentLine } from '@domain/classroom/consent.ts';
import type { EntryState } from '@domain/entry/entry.ts';
import type { BlobHash, EpochMs, Id, IsoDay } from '@domain/kernel/ids.ts';
import type { Failures } from '@domain/people/throttle.ts';
import type { Db, Trx } from '../database.ts';
import { groupedBy } from './grouped.ts';

/** A pupil on the roll, with the work of the class's edition and the whole ledger. */
export type RollPupil = {
  readonly id: Id;
  readonly fullName: string;
  readonly birthDate: IsoDay;
  readonly cardNumber: number;
  readonly work: {
    readonly entryId: Id;
    readonly state: EntryState;
    readonly title: string;
    readonly pageCount: number;
    readonly receiptNumber: string | null;
    readonly pictureHash: BlobHash | null;
    readonly processHash: BlobHash | null;
    readonly tellingHash: BlobHash | null;
    readonly submittedAt: EpochMs | null;
  } | null;
  readonly consents: readonly ConsentLine[];
};

/** The pupils of a class, or one of them, in the order of their cards. */
export async function listRoll(db: Db, classId: Id, pupilId?: Id): Promise<RollPupil[]> {
  let wanted = db
    .selectFrom('pupil')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .where('pupil.class_id', '=', classId);
  if (pupilId !== undefined) wanted = wanted.where('pupil.id', '=', pupilId);

  const rows = await wanted
    .leftJoin('entry_author', (join) =>
      join
        .onRef('entry_author.pupil_id', '=', 'pupil.id')
        .onRef('entry_author.edition_id', '=', 'school_class.edition_id'),
    )
    .leftJoin('entry', 'entry.id', 'entry_author.entry_id')
    .select([
      'pupil.id as id',
      'pupil.full_name as fullName',
      'pupil.birth_date as birthDate',
      'pupil.card_number as cardNumber',
      'entry.id as entryId',
      'entry.state as state',
      'entry.title as title',
      'entry.page_count as pageCount',
      'entry.receipt_number as receiptNumber',
      'entry.picture_hash as pictureHash',
      'entry.process_hash as processHash',
      'entry.telling_hash as tellingHash',
      'entry.submitted_at as submittedAt',
    ])
    .orderBy('pupil.card_number')
    .execute();
  if (rows.length === 0) return [];

  const lines = await wanted
    .innerJoin('consent', 'consent.pupil_id', 'pupil.id')
    .select([
      'consent.pupil_id as pupilId',
      'consent.purpose as purpose',
      'consent.party as party',
      'consent.granted as granted',
      'consent.recorded_at as recordedAt',
    ])
    .execute();

  const linesOf = groupedBy(
    lines.map((line) => ({ ...line, granted: line.granted === 1 })),
    (line) => line.pupilId,
  );
  return rows.map(({ id, fullName, birthDate, cardNumber, entryId, state, ...work }) => ({
    id,
    fullName,
    birthDate,
    cardNumber,
    work:
      entryId === null || state === null
        ? null
        : { ...work, entryId, state, title: work.title ?? '', pageCount: work.pageCount ?? 0 },
    consents: linesOf.get(id) ?? [],
  }));
}

export type NewPupil = {
  readonly id: Id;
  readonly classId: Id;
  readonly fullName: string;
  readonly birthDate: IsoDay;
  readonly cardNumber: number;
  readonly pinSealed: string;
  readonly secretSealed: string;
  readonly secretHash: string;
  readonly createdAt: EpochMs;
};

export async function insertPupil(trx: Trx, pupil: NewPupil): Promise<void> {
  await trx
    .insertInto('pupil')
    .values({
      id: pupil.id,
      class_id: pupil.classId,
      full_name: pupil.fullName,
      birth_date: pupil.birthDate,
      card_number: pupil.cardNumber,
      pin_sealed: pupil.pinSealed,
      secret_sealed: pupil.secretSealed,
      secret_hash: pupil.secretHash,
      created_at: pupil.createdAt,
    })
    .execute();
}

type InClass = { readonly classId: Id; readonly pupilId: Id };

export async function isPupilOf(db: Db, { classId, pupilId }: InClass): Promise<boolean> {
  const found = await db
    .selectFrom('pupil')
    .select('id')
    .where('id', '=', pupilId)
    .where('class_id', '=', classId)
    .executeTakeFirst();
  return found !== undefined;
}

export async function updatePupil(
  trx: Trx,
  pupilId: Id,
  { fullName, birthDate }: { fullName: string; birthDate: IsoDay },
): Promise<void> {
  await trx
    .updateTable('pupil')
    .set({ full_name: fullName, birth_date: birthDate })
    .where('id', '=', pupilId)
    .execute();
}

export async function updateCard(
  trx: Trx,
  pupilId: Id,
  card: Pick<NewPupil, 'pinSealed' | 'secretSealed' | 'secretHash'>,
): Promise<void> {
  await trx
    .updateTable('pupil')
    .set({
      pin_sealed: card.pinSealed,
      secret_sealed: card.secretSealed,
      secret_hash: card.secretHash,
    })
    .where('id', '=', pupilId)
    .execute();
}

/** An entry, a sent blob or a word in the ledger: what must not vanish with the pupil. */
export async function pupilHasWork(db: Db, pupilId: Id): Promise<boolean> {
  for (const table of ['entry_author', 'blob_sender', 'consent'] as const) {
    const found = await db
      .selectFrom(table)
      .select('pupil_id')
      .where('pupil_id', '=', pupilId)
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return true;
  }
  return false;
}

/** Deletes a pupil without work; sessions go with the row. */
export async function deletePupil(trx: Trx, pupilId: Id): Promise<void> {
  await trx.deleteFrom('pupil').where('id', '=', pupilId).execute();
}

/** What the throttle holds against each of the subjects, where it holds anything. */
export async function listFailures(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, Failures>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('sign_in_failure')
    .select(['subject', 'count', 'last_at as lastAt'])
    .where('subject', 'in', [...subjects])
    .execute();
  return new Map(rows.map(({ subject, count, lastAt }) => [subject, { count, lastAt }]));
}

export type SealedCard = {
  readonly pupilId: Id;
  readonly fullName: string;
  readonly cardNumber: number;
  readonly pinSealed: string;
  readonly secretSealed: string;
};

export async function listSealedCards(db: Db, classId: Id): Promise<SealedCard[]> {
  return db
    .selectFrom('pupil')
    .select([
      'id as pupilId',
      'full_name as fullName',
      'card_number as cardNumber',
      'pin_sealed as pinSealed',
      'secret_sealed as secretSealed',
    ])
    .where('class_id', '=', classId)
    .execute();
}

export type PupilIdentity = {
  readonly fullName: string;
  readonly birthDate: IsoDay;
  readonly className: string;
  readonly schoolName: string;
};

export async function findPupilIdentity(db: Db, pupilId: Id): Promise<PupilIdentity | null> {
  const found = await db
    .selectFrom('pupil')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .innerJoin('unit', 'unit.id', 'school_class.school_id')
    .select([
      'pupil.full_name as fullName',
      'pupil.birth_date as birthDate',
      'school_class.name as className',
      'unit.name as schoolName',
    ])
    .where('pupil.id', '=', pupilId)
    .executeTakeFirst();
  return found ?? null;
}
