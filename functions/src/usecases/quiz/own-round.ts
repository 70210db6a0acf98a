import { ageInYears } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import type { Edition } from '@domain/contest/edition.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type QuizPhase, quizPhase } from '@domain/quiz/round.ts';
import { findEdition } from '@server/store/queries/editions.ts';
import { findBirthDate } from '@server/store/queries/quiz.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

export const EVERYBODY = 'all';

export type OwnRound = {
  readonly edition: Edition;
  readonly pupilId: Id;
  readonly divisionId: string;
  readonly phase: QuizPhase;
};

/**
 * The quiz round as it stands for the pupil who asks. The division goes by the age on the day on
 * which the edition opened, so that no birthday moves a pupil in mid-contest.
 */
export async function ownRound(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<OwnRound> {
  caller.allow({});
  const { pupilId, editionId } = actingAs(caller, 'pupil');
  const edition = await findEdition(db, editionId);
  const birthDate = await findBirthDate(db, pupilId);
  if (edition === null || birthDate === null) throw refuse('not-found');
  const age = ageInYears(birthDate, vietnamDay(edition.round.opensAt));
  const division = edition.settings.divisions.find(
    ({ minAge, maxAge }) => minAge <= age && age <= maxAge,
  );
  const divisionId = division?.id ?? EVERYBODY;
  const phase = quizPhase(edition.settings.quiz, divisionId, clock.now());
  return { edition, pupilId, divisionId, phase };
}
