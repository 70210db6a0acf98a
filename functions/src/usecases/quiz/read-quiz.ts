import type { ContestantRow, QuizRoomView, ReviewedAnswer } from '@contract/quiz.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import {
  compareScores,
  firstLink,
  type Judgement,
  nextLink,
  scoreAttempt,
} from '@domain/quiz/attempt.ts';
import { isValidOn, type Item } from '@domain/quiz/item.ts';
import { markAnswer, solutionOf } from '@domain/quiz/question.ts';
import { type QuizPhase, quizPhase } from '@domain/quiz/round.ts';
import type { QuizLocale } from '@domain/quiz/words.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import {
  type Contestant,
  findAttemptOf,
  findPaper,
  listAnswers,
  listContestants,
  type Paper,
} from '@server/store/queries/quiz.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownRound } from './own-round.ts';
import { itemAt, paperOf, questionFor } from './paper.ts';

/** Questions to learn with, keys included: none of them is asked in a contest. */
export async function readPracticeBank(
  { bank, clock }: Pick<Deps, 'bank' | 'clock'>,
  caller: Caller,
): Promise<{ items: Item[] }> {
  caller.allow({});
  const today = vietnamDay(clock.now());
  return { items: bank.filter((item) => item.pool === 'practice' && isValidOn(item, today)) };
}

export async function readQuizRoom(
  deps: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<QuizRoomView> {
  const { edition, pupilId, phase } = await ownRound(deps, caller);
  const { quiz } = edition.settings;
  const attempt = await findAttemptOf(deps.db, edition.id, pupilId);
  const of = quiz.blueprint.levels[1] + quiz.blueprint.levels[2] + quiz.blueprint.levels[3];
  const answers = attempt === null ? [] : await listAnswers(deps.db, attempt.id);
  const { points, accuracy } = scoreAttempt(answers, of, quiz);
  const over = attempt !== null && (attempt.closedAt !== null || attempt.endsAt < deps.clock.now());
  return {
    phase,
    opensAt: quiz.opensAt,
    closesAt: quiz.closesAt,
    minutes: quiz.minutes,
    questions: of,
    attempt: attempt === null ? 'none' : over ? 'done' : 'open',
    score:
      attempt !== null && phase === 'closed'
        ? { points, accuracy, answered: answers.length, of }
        : null,
  };
}

/** Own answers beside the keys, once nobody can answer any more. Refuses not-found, quiz.not-over. */
export async function reviewAttempt(
  deps: Pick<Deps, 'db' | 'clock' | 'bank'>,
  caller: Caller,
  { locale }: { locale: QuizLocale },
): Promise<{ answers: ReviewedAnswer[] }> {
  const { edition, pupilId, phase } = await ownRound(deps, caller);
  if (phase !== 'closed') throw refuse('quiz.not-over');
  const attempt = await findAttemptOf(deps.db, edition.id, pupilId);
  if (attempt === null) throw refuse('not-found');
  const paper = await paperOf(deps.db, attempt);
  const given = await listAnswers(deps.db, attempt.id);
  const answers = paper.itemIds.map((_, seq) => {
    const item = itemAt(deps, paper, seq);
    const answer = given[seq]?.answer ?? null;
    const mark = answer === null ? { credit: 0, near: null } : markAnswer(item, answer);
    return {
      question: questionFor(attempt, item, seq, locale),
      answer,
      solution: solutionOf(item),
      ...mark,
      explanation: item.explanation[locale],
      source: item.source,
    };
  });
  return { answers };
}

/** Per division in order of points; equal scores share a rank. */
export async function listQuizResults(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<{ phase: QuizPhase; rows: ContestantRow[] }> {
  caller.allow({});
  const edition = await findRunningEdition(db);
  if (edition === null) throw refuse('edition.missing');
  const { quiz } = edition.settings;
  const contestants = await listContestants(db, edition.id);
  const divisions = [...new Set(contestants.map(({ attempt }) => attempt.divisionId))].toSorted();
  const now = clock.now();
  const rows: ContestantRow[] = [];
  for (const divisionId of divisions) {
    const paper = await findPaper(db, { editionId: edition.id, divisionId });
    if (paper === null) continue;
    const own = contestants.filter(({ attempt }) => attempt.divisionId === divisionId);
    rows.push(...rankDivision(own, paper, quiz, now));
  }
  return { phase: quizPhase({ ...quiz, divisions: [] }, '', now), rows };
}

function rankDivision(
  contestants: readonly Contestant[],
  paper: Paper,
  rules: { readonly timeBonus: number },
  now: number,
): ContestantRow[] {
  const of = paper.itemIds.length;
  const scored = contestants
    .map((contestant) => ({
      ...contestant,
      score: scoreAttempt(contestant.answers, of, { timeBonus: rules.timeBonus }),
    }))
    .toSorted((a, b) => compareScores(a.score, b.score));
  let rank = 0;
  return scored.map(({ attempt, score, answers, ...who }, i) => {
    const before = scored[i - 1];
    if (before === undefined || compareScores(before.score, score) !== 0) rank = i + 1;
    const done = attempt.closedAt !== null || attempt.endsAt < now;
    return {
      rank,
      divisionId: attempt.divisionId,
      fullName: who.fullName,
      className: who.className,
      schoolName: who.schoolName,
      ...score,
      answered: answers.length,
      of,
      state: done ? 'done' : 'open',
      intact: isIntact(attempt, paper, answers),
    };
  });
}

function isIntact(
  attempt: Contestant['attempt'],
  { paperHash }: Paper,
  answers: readonly Judgement[],
): boolean {
  const { id: attemptId, pupilId, startedAt } = attempt;
  const start = firstLink({ attemptId, pupilId, paperHash, startedAt });
  return answers.reduce(nextLink, start) === attempt.link;
}
