import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type { EntryAuthorTable, JudgeTieTable, SheetTable } from '@server/store/schema.ts';
import type { DemoRoster } from './roster.ts';

type Input = {
  readonly roster: DemoRoster;
  readonly authors: readonly EntryAuthorTable[];
  readonly sheets: readonly SheetTable[];
  readonly newId: () => Id;
  readonly at: EpochMs;
};

/** One judge works at a school, one is related to a pupil; no sheet of theirs stands against it. */
export function demoTies({ roster, authors, sheets, newId, at }: Input): JudgeTieTable[] {
  const classOf = new Map(roster.pupils.map((pupil) => [pupil.id, pupil.class_id]));
  const schoolOf = new Map(roster.classes.map((each) => [each.id, each.school_id]));
  const seen = (judgeId: Id) => {
    const entries = new Set(
      sheets.filter((sheet) => sheet.judge_id === judgeId).map((sheet) => sheet.entry_id),
    );
    return authors.filter(({ entry_id }) => entries.has(entry_id)).map(({ pupil_id }) => pupil_id);
  };
  const [, worker, , relative] = roster.judgeIds;
  const organiser = roster.accounts.find(({ role }) => role === 'organiser');
  if (worker === undefined || relative === undefined || organiser === undefined) return [];
  const schoolsSeen = new Set(seen(worker).map((id) => schoolOf.get(classOf.get(id) ?? '')));
  const school = roster.schoolIds.find((id) => !schoolsSeen.has(id));
  const pupilsSeen = new Set(seen(relative));
  const pupil = authors.find(({ pupil_id }) => !pupilsSeen.has(pupil_id))?.pupil_id;
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
  return [...tie(worker, 'school', school), ...tie(relative, 'pupil', pupil)];
}
