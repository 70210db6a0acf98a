import type { ConsentLine, Purpose } from '@domain/classroom/consent.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { groupedBy } from './grouped.ts';

/** An author of a submitted entry, with what consents and public names depend on. */
export type Author = {
  readonly entryId: Id;
  readonly pupilId: Id;
  readonly fullName: string;
  readonly birthDate: string;
  readonly className: string;
  readonly schoolName: string;
  readonly communeName: string;
  readonly consents: readonly ConsentLine[];
};

type Which = { readonly editionId: Id } | { readonly entryId: Id };

function authorRows(db: Db, which: Which) {
  const submitted = db
    .selectFrom('entry_author')
    .innerJoin('entry', 'entry.id', 'entry_author.entry_id')
    .where('entry.state', '=', 'submitted');
  return 'entryId' in which
    ? submitted.where('entry.id', '=', which.entryId)
    : submitted.where('entry.edition_id', '=', which.editionId);
}

/**
 * Authors of submitted entries, of one entry or of an edition, each with all lines of the ledger
 * for the purposes asked for. Two queries however many there are.
 */
export async function listAuthors(
  db: Db,
  which: Which,
  purposes: readonly Purpose[],
): Promise<Map<Id, Author[]>> {
  const people = await authorRows(db, which)
    .innerJoin('pupil', 'pupil.id', 'entry_author.pupil_id')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .innerJoin('unit as school', 'school.id', 'school_class.school_id')
    .leftJoin('unit as commune', 'commune.id', 'school.parent_id')
    .select([
      'entry_author.entry_id as entryId',
      'pupil.id as pupilId',
      'pupil.full_name as fullName',
      'pupil.birth_date as birthDate',
      'school_class.name as className',
      'school.name as schoolName',
      'commune.name as communeName',
    ])
    .orderBy('entry_author.entry_id')
    .orderBy('entry_author.position')
    .execute();
  const lines = await authorRows(db, which)
    .innerJoin('consent', 'consent.pupil_id', 'entry_author.pupil_id')
    .select([
      'consent.pupil_id as pupilId',
      'consent.purpose as purpose',
      'consent.party as party',
      'consent.granted as granted',
      'consent.recorded_at as recordedAt',
    ])
    .where('consent.purpose', 'in', [...purposes])
    .execute();

  const consents = groupedBy(
    lines.map((line) => ({ ...line, granted: line.granted === 1 })),
    (line) => line.pupilId,
  );
  const authors = people.map((person) => ({
    ...person,
    communeName: person.communeName ?? '',
    consents: consents.get(person.pupilId) ?? [],
  }));
  return groupedBy(authors, (author) => author.entryId);
}
