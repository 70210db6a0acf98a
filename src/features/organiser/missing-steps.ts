import type * as z from 'zod/mini';
import type { AccountRow, UnitRow } from '@contract/organiser.ts';

export type Unit = z.infer<typeof UnitRow>;
export type Account = z.infer<typeof AccountRow>;

/** A line of the checklist before a contest can run. */
export type Check = {
  readonly id: 'edition' | 'schools' | 'teachers' | 'judges';
  readonly done: boolean;
  /** How many there are and how many are needed at least. */
  readonly have: number;
  readonly need: number;
};

/**
 * What is in place: the edition, a school, a teacher in every school, and enough judges for one
 * entry. `judgesPerEntry` is null while there is no edition.
 */
export function checklist(
  judgesPerEntry: number | null,
  units: readonly Unit[],
  accounts: readonly Account[],
): Check[] {
  const schools = units.filter(({ kind }) => kind === 'school');
  const active = accounts.filter((account) => account.active);
  const judges = active.filter(({ role }) => role === 'judge').length;
  const withTeacher = new Set(
    active.filter(({ role }) => role === 'teacher').map(({ schoolName }) => schoolName),
  );
  const led = schools.filter(({ name }) => withTeacher.has(name)).length;
  const check = (id: Check['id'], have: number, need: number): Check => ({
    id,
    have,
    need,
    done: have >= need,
  });
  return [
    check('edition', judgesPerEntry === null ? 0 : 1, 1),
    check('schools', schools.length, 1),
    check('teachers', led, Math.max(1, schools.length)),
    check('judges', judges, judgesPerEntry ?? 1),
  ];
}
