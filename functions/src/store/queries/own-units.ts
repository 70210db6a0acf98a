import type { Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';

/**
 * Pairs `JUDGE ENTRY` where an author's commune is one that the judge is tied to, by itself or by a
 * school in it: the judge's own unit, wider than what is a conflict.
 */
export async function listOwnUnits(db: Db, editionId: Id): Promise<ReadonlySet<string>> {
  const ties = await db
    .selectFrom('judge_tie')
    .leftJoin('unit as school', 'school.id', 'judge_tie.subject_id')
    .select([
      'judge_tie.judge_id as judgeId',
      'judge_tie.kind as kind',
      'judge_tie.subject_id as subjectId',
      'school.parent_id as parentId',
    ])
    .where('judge_tie.kind', 'in', ['school', 'commune'])
    .execute();
  const authors = await db
    .selectFrom('entry_author')
    .innerJoin('pupil', 'pupil.id', 'entry_author.pupil_id')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .innerJoin('unit as school', 'school.id', 'school_class.school_id')
    .select(['entry_author.entry_id as entryId', 'school.parent_id as communeId'])
    .where('entry_author.edition_id', '=', editionId)
    .execute();
  return new Set(
    ties.flatMap(({ judgeId, kind, subjectId, parentId }) => {
      const commune = kind === 'commune' ? subjectId : parentId;
      return authors
        .filter(({ communeId }) => communeId === commune)
        .map(({ entryId }) => `${judgeId} ${entryId}`);
    }),
  );
}
