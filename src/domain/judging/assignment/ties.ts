import * as z from 'zod/mini';
import type { Id } from '../../kernel/ids.ts';
import type { JudgeSeat } from './task.ts';

/**
 * What ties a judge to entries: they work or live where the authors learn (school, commune), teach
 * or taught them (class; teacher: is that person), are related to one (pupil), or have another
 * reason with one entry alone (entry).
 */
export const TIE_KINDS = ['school', 'class', 'teacher', 'commune', 'pupil', 'entry'] as const;
export const TieKind = z.enum(TIE_KINDS);
export type TieKind = z.infer<typeof TieKind>;

export type Tie = { readonly judgeId: Id; readonly kind: TieKind; readonly subjectId: Id };

/** Where the authors of an entry come from. */
export type EntryOrigin = {
  readonly entryId: Id;
  readonly authors: readonly {
    readonly pupilId: Id;
    readonly classId: Id;
    readonly teacherIds: readonly Id[];
    readonly schoolId: Id;
    readonly communeId: Id | null;
  }[];
};

const keyOf = (kind: TieKind, subjectId: Id) => `${kind} ${subjectId}`;

/** Who must not see which entry, each pair once, for any author and any tie. */
export function conflictsOf(ties: readonly Tie[], entries: readonly EntryOrigin[]): JudgeSeat[] {
  const judgesOf = new Map<string, Id[]>();
  for (const { judgeId, kind, subjectId } of ties) {
    const key = keyOf(kind, subjectId);
    judgesOf.set(key, [...(judgesOf.get(key) ?? []), judgeId]);
  }
  return entries.flatMap(({ entryId, authors }) => {
    const judges = new Set(judgesOf.get(keyOf('entry', entryId)));
    for (const { pupilId, classId, teacherIds, schoolId, communeId } of authors) {
      const keys = [
        keyOf('pupil', pupilId),
        keyOf('class', classId),
        keyOf('school', schoolId),
        ...teacherIds.map((teacherId) => keyOf('teacher', teacherId)),
        ...(communeId === null ? [] : [keyOf('commune', communeId)]),
      ];
      for (const key of keys) for (const judgeId of judgesOf.get(key) ?? []) judges.add(judgeId);
    }
    return [...judges].map((judgeId) => ({ entryId, judgeId }));
  });
}

type Person = { readonly id: Id; readonly email: string; readonly fullName: string };
type Teacher = Person & { readonly schoolId: Id | null };

/**
 * Teachers who judge are known by their e-mail, whatever its case and whatever follows a plus sign
 * (one address can hold one account only, so the other one is written so). They are tied to their
 * classes and to their school.
 */
export function tiesOfTeachers(judges: readonly Person[], teachers: readonly Teacher[]): Tie[] {
  return judges.flatMap((judge) =>
    teachers
      .filter((teacher) => mailbox(teacher.email) === mailbox(judge.email))
      .flatMap((teacher): Tie[] => [
        { judgeId: judge.id, kind: 'teacher', subjectId: teacher.id },
        ...(teacher.schoolId === null
          ? []
          : [{ judgeId: judge.id, kind: 'school' as const, subjectId: teacher.schoolId }]),
      ]),
  );
}

/** Teachers of a judge's name who may be the same person: for the organiser to look at. */
export function namesakes<T extends Person>(judge: Person, teachers: readonly T[]): T[] {
  const same = (a: string, b: string) =>
    a.normalize('NFC').toLocaleLowerCase('vi') === b.normalize('NFC').toLocaleLowerCase('vi');
  return teachers.filter(
    (teacher) =>
      same(teacher.fullName, judge.fullName) && mailbox(teacher.email) !== mailbox(judge.email),
  );
}

function mailbox(email: string): string {
  return email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/u, '@');
}

/** Where a judge comes from, to mix panels: their school, or else their commune. */
export function unitOfJudge(judgeId: Id, ties: readonly Tie[]): Id | null {
  const own = ties.filter((tie) => tie.judgeId === judgeId);
  const found =
    own.find(({ kind }) => kind === 'school') ?? own.find(({ kind }) => kind === 'commune');
  return found?.subjectId ?? null;
}
