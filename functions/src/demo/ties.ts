import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { EntryAuthorTable } from '@server/store/tables/stories.ts';
import type { JudgeTieTable, NewSheetRow } from '@server/store/tables/judging.ts';
import type { DemoRoster } from './roster.ts';

type Input = {
  readonly roster: DemoRoster;
  readonly authors: readonly EntryAuthorTable[];
  readonly sheets: readonly NewSheetRow[];
  readonly newId: () => Id;
  readonly at: EpochMs;
};

/**
 * One judge is related to a pupil; two at most work at a school, where some have seen nothing of one.
 * No sheet of theirs stands against it.
 */
export function demoTies({ roster, authors, sheets, newId, at }: Input): JudgeTieTable[] {
  const classOf = new Map(roster.pupils.map((pupil) => [pupil.id, pupil.class_id]));
  const schoolOf = new Map(roster.classes.map((each) => [each.id, each.school_id]));
  const seen = (judgeId: Id) => {
    const entries = new Set(
      sheets.filter((sheet) => sheet.judge_id === judgeId).map((sheet) => sheet.entry_id),
    );
    return authors.filter(({ entry_id }) => entries.has(entry_id)).map(({ pupil_id }) => pupil_id);
  };
  const organiser = roster.accounts.find(({ role }) => role === 'organiser');
  const relative = roster.judgeIds[3];
  if (organiser === undefined || relative === undefined) return [];
  const pupilsSeen = new Set(seen(relative));
  const pupil = authors.find(({ pupil_id }) => !pupilsSeen.has(pupil_id))?.pupil_id;
  const workers = roster.judgeIds.flatMap((judgeId) => {
    if (judgeId === relative) return [];
    const schoolsSeen = new Set(seen(judgeId).map((id) => schoolOf.get(classOf.get(id) ?? '')));
    const school = roster.schoolIds.find((id) => !schoolsSeen.has(id));
    return school === undefined ? [] : [{ judgeId, school }];
  });
  const tie = (judgeId: Id, kind: 'school' | 'pupil', subjectId: Id | undefined) =>
    subjectId === undefined
      ? []
      : [
          {
            id: newId(),
            judge_id: judgeId,
            kind,
            subject_id: subjectId,
            source: 'organiser' as const,
            note: '',
            recorded_by: organiser.id,
            recorded_at: at,
          },
        ];
  return [
    ...workers.slice(0, 2).flatMap(({ judgeId, school }) => tie(judgeId, 'school', school)),
    ...tie(relative, 'pupil', pupil),
  ];
}
