import type { AttemptView } from '@contract/quiz.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { firstLink, type Judgement, nextLink } from '@domain/quiz/attempt.ts';
import { type Answer, markAnswer } from '@domain/quiz/question.ts';
import { attemptEndsAt } from '@domain/quiz/round.ts';
import type { QuizLocale } from '@domain/quiz/words.ts';
import { inTransaction, type Trx } from '@server/store/database.ts';
import {
  appendAnswer,
  type Attempt,
  findAttempt,
  findAttemptOf,
  insertAttempt,
  type Paper,
} from '@server/store/queries/quiz.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { type OwnRound, ownRound } from './own-round.ts';
import { itemAt, paperOf, questionFor, takePaper } from './paper.ts';

type QuizDeps = Pick<Deps, 'db' | 'clock' | 'randomness' | 'bank'>;

const SEEDS = 2 ** 31;
/** An answer on its way when time ran out still counts. */
const GRACE_MS = 5_000;

/**
 * The pupil's one attempt, begun now or gone on with: after a reload, a lost line or on another
 * machine it asks the question that waits. Refusals: quiz.off, quiz.not-open { opensAt },
 * quiz.over, quiz.bank-too-small.
 */
export async function openAttempt(
  deps: QuizDeps,
  caller: Caller,
  { locale }: { locale: QuizLocale },
): Promise<AttemptView> {
  const round = await ownRound(deps, caller);
  const { attempt, paper } = await inTransaction(deps.db, async (trx) => {
    const begun = await findAttemptOf(trx, round.edition.id, round.pupilId);
    if (begun !== null) return { attempt: begun, paper: await paperOf(trx, begun) };
    requireOpen(round);
    const drawn = await takePaper(trx, deps, round);
    return { attempt: await begin(trx, deps, round, drawn), paper: drawn };
  });
  return view(deps, attempt, paper, locale);
}

function requireOpen({ phase, edition }: OwnRound): void {
  if (phase === 'off') throw refuse('quiz.off');
  if (phase === 'upcoming')
    throw refuse('quiz.not-open', { opensAt: edition.settings.quiz.opensAt });
  if (phase === 'closed') throw refuse('quiz.over');
}

async function begin(
  trx: Trx,
  { clock, randomness }: QuizDeps,
  { edition, divisionId, pupilId }: OwnRound,
  { paperHash }: Paper,
): Promise<Attempt> {
  const startedAt = clock.now();
  const id = randomness.id();
  const attempt: Attempt = {
    id,
    editionId: edition.id,
    divisionId,
    pupilId,
    seed: randomness.integer(SEEDS),
    startedAt,
    endsAt: attemptEndsAt(edition.settings.quiz, startedAt),
    nextSeq: 0,
    askedAt: startedAt,
    closedAt: null,
    link: firstLink({ attemptId: id, pupilId, paperHash, startedAt }),
  };
  await insertAttempt(trx, attempt);
  return attempt;
}

type Input = {
  readonly attemptId: Id;
  readonly seq: number;
  readonly answer: Answer;
  readonly locale: QuizLocale;
};

/**
 * Judges the answer to the question that is asked, once, by the server's time, and asks the next.
 * An answer to a question already judged changes nothing, so a request may be repeated and two
 * tabs do no harm. Refusals: not-found, permission.denied, quiz.out-of-order, quiz.over,
 * input.malformed.
 */
export async function answerQuestion(
  deps: QuizDeps,
  caller: Caller,
  { attemptId, seq, answer, locale }: Input,
): Promise<AttemptView> {
  const seen = await findAttempt(deps.db, attemptId);
  if (seen === null) throw refuse('not-found');
  caller.allow({ authorIds: [seen.pupilId] });
  const { attempt, paper } = await inTransaction(deps.db, async (trx) => {
    const current = await findAttempt(trx, attemptId);
    if (current === null) throw refuse('not-found');
    const ofAttempt = await paperOf(trx, current);
    if (seq < current.nextSeq) return { attempt: current, paper: ofAttempt };
    if (seq > current.nextSeq) throw refuse('quiz.out-of-order');
    const now = deps.clock.now();
    if (now > current.endsAt + GRACE_MS) throw refuse('quiz.over');
    return { attempt: await judge(trx, deps, current, ofAttempt, answer, now), paper: ofAttempt };
  });
  return view(deps, attempt, paper, locale);
}

async function judge(
  trx: Trx,
  deps: QuizDeps,
  attempt: Attempt,
  paper: Paper,
  answer: Answer,
  now: EpochMs,
): Promise<Attempt> {
  const seq = attempt.nextSeq;
  if (seq >= paper.itemIds.length) throw refuse('quiz.over');
  const item = itemAt(deps, paper, seq);
  const { credit } = markAnswer(item, answer);
  const judgement: Judgement = {
    seq,
    itemId: item.id,
    itemVersion: item.version,
    level: item.level,
    answer,
    credit,
    askedAt: attempt.askedAt,
    // A clock that was set back does not make thinking time negative.
    answeredAt: Math.max(now, attempt.askedAt),
  };
  const nextSeq = seq + 1;
  const moved = {
    nextSeq,
    askedAt: judgement.answeredAt,
    closedAt: nextSeq === paper.itemIds.length ? judgement.answeredAt : null,
    link: nextLink(attempt.link, judgement),
  };
  await appendAnswer(trx, attempt, judgement, moved);
  return { ...attempt, ...moved };
}

function view(deps: QuizDeps, attempt: Attempt, paper: Paper, locale: QuizLocale): AttemptView {
  const now = deps.clock.now();
  const of = paper.itemIds.length;
  const seq = attempt.nextSeq;
  const asks = seq < of && now <= attempt.endsAt;
  return {
    attemptId: attempt.id,
    seq,
    of,
    endsAt: attempt.endsAt,
    now,
    question: asks ? questionFor(attempt, itemAt(deps, paper, seq), seq, locale) : null,
  };
}
