import type { Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { groupedBy } from './grouped.ts';

/**
 * Who must not judge which entry of a round: what judges are tied to by school, class, teacher,
 * commune, pupil or entry, and what they have stood back from.
 */
export async function listPairConflicts(
  db: Db,
  { editionId, roundId }: { readonly editionId: Id; readonly roundId: Id },
): Promise<{ judgeId: Id; entryId: Id }[]> {
  const ties = await db
    .selectFrom('judge_tie')
    .select(['judge_id as judgeId', 'kind', 'subject_id as subjectId'])
    .execute();
  const recused = await db
    .selectFrom('recused_sheet')
    .select(['judge_id as judgeId', 'entry_id as entryId'])
    .where('round_id', '=', roundId)
    .execute();
  const authors = await db
    .selectFrom('entry_author')
    .innerJoin('pupil', 'pupil.id', 'entry_author.pupil_id')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .innerJoin('unit as school', 'school.id', 'school_class.school_id')
    .select([
      'entry_author.entry_id as entry',
      'pupil.id as pupil',
      'school_class.id as class',
      'school.id as school',
      'school.parent_id as commune',
    ])
    .where('entry_author.edition_id', '=', editionId)
    .execute();
  const teachers = await db
    .selectFrom('class_teacher')
    .select(['class_id as class', 'account_id as teacher'])
    .execute();
  const classesOf = groupedBy(teachers, ({ teacher }) => teacher);
  const tied = ties.flatMap(({ judgeId, kind, subjectId }) => {
    if (kind === 'teacher') {
      const classes = new Set(classesOf.get(subjectId)?.map((row) => row.class));
      return authors
        .filter((author) => classes.has(author.class))
        .map(({ entry }) => ({ judgeId, entryId: entry }));
    }
    return authors
      .filter((author) => author[kind] === subjectId)
      .map(({ entry }) => ({ judgeId, entryId: entry }));
  });
  return [...tied, ...recused];
}
