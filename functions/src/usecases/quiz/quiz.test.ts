import { describe, expect, it } from 'vitest';
import type { AttemptView } from '@contract/quiz.ts';
import { DEFAULT_SETTINGS } from '@domain/contest/settings.ts';
import { solutionOf } from '@domain/quiz/question.ts';
import { DEFAULT_QUIZ, type QuizSettings } from '@domain/quiz/round.ts';
import {
  buildContest,
  buildPupil,
  callerFor,
  EVERYBODY,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { answerQuestion, openAttempt } from './play-attempt.ts';
import { listQuizResults, readPracticeBank, readQuizRoom, reviewAttempt } from './read-quiz.ts';

const HOUR_MS = 3_600_000;
const ON: QuizSettings = {
  ...DEFAULT_QUIZ,
  mode: 'on',
  opensAt: START_MS,
  closesAt: START_MS + 2 * HOUR_MS,
};
const vi = { locale: 'vi' } as const;

async function begin({ open }: TestEngine, quiz: Partial<QuizSettings> = {}) {
  const contest = await buildContest(await open());
  const { world, schoolClass, organiser } = contest;
  const { deps, db, time } = world;
  await db
    .updateTable('edition')
    .set({ settings: JSON.stringify({ ...DEFAULT_SETTINGS, quiz: { ...ON, ...quiz } }) })
    .execute();
  const player = async () => {
    const pupil = await buildPupil(world, schoolClass);
    const reads = callerFor(pupil, 'quiz.read');
    const answers = callerFor(pupil, 'quiz.answer');
    const paper = async () => {
      const attempt = await db
        .selectFrom('quiz_attempt')
        .innerJoin('quiz_paper', 'quiz_paper.division_id', 'quiz_attempt.division_id')
        .select('item_ids')
        .where('pupil_id', '=', pupil.pupilId)
        .executeTakeFirstOrThrow();
      return JSON.parse(attempt.item_ids) as string[];
    };
    const solution = async (seq: number) => {
      const [id] = (await paper()).slice(seq);
      return solutionOf(deps.bank.find((item) => item.id === id)!);
    };
    return { reads, answers, paper, solution };
  };
  const oversee = () => listQuizResults(deps, callerFor(organiser, 'round.oversee'));
  return { deps, db, time, player, oversee };
}

type Begun = Awaited<ReturnType<typeof begin>>;
type Player = Awaited<ReturnType<Begun['player']>>;

/** Plays to the end with so many right answers. */
async function play({ deps, time }: Begun, player: Player, right: number): Promise<AttemptView> {
  let view = await openAttempt(deps, player.reads, vi);
  while (view.question !== null) {
    const { seq, attemptId } = view;
    time.now += 8_000;
    const solution = await player.solution(seq);
    const answer = seq < right ? solution : wrong(solution);
    view = await answerQuestion(deps, player.answers, { attemptId, seq, answer, ...vi });
  }
  return view;
}

/** An answer of the same kind that is worth nothing. */
function wrong(solution: Awaited<ReturnType<Player['solution']>>) {
  if (solution.kind === 'single') return { ...solution, choice: 'zzz' };
  if (solution.kind === 'multiple') return { ...solution, choices: [] };
  if (solution.kind === 'order') return { ...solution, cards: solution.cards.toReversed() };
  if (solution.kind === 'match' || solution.kind === 'sort') return { ...solution, placing: {} };
  if (solution.kind === 'estimate') return { ...solution, value: -1e9 };
  if (solution.kind === 'cloze') return { ...solution, answer: '' };
  if (solution.kind === 'verdict')
    return { ...solution, evidence: 'zzz', verdict: 'true' as const };
  if (solution.kind === 'pin') return { ...solution, point: { lat: -60, lon: 0 } };
  if (solution.kind === 'zone') return { ...solution, zone: 'beyond' as const };
  return { ...solution, nauticalMiles: 0 };
}

describe.each(DATABASES)('the quiz round on $name', (engine) => {
  it('is played to its end, one question at a time', async () => {
    const begun = await begin(engine);
    const [lan, minh] = [await begun.player(), await begun.player()];
    expect(await readQuizRoom(begun.deps, lan.reads)).toMatchObject({
      phase: 'open',
      attempt: 'none',
      questions: 13,
    });
    expect(await play(begun, lan, 13)).toMatchObject({ seq: 13, of: 13, question: null });
    await play(begun, minh, 5);
    expect(await minh.paper()).toEqual(await lan.paper());

    const { rows } = await begun.oversee();
    expect(rows.map(({ rank, points, intact, state }) => [rank, points, intact, state])).toEqual([
      [1, 1300, true, 'done'],
      [2, expect.any(Number), true, 'done'],
    ]);
    expect(rows[1]!.points).toBeLessThan(900);
    // What is judged is not talked about while others still play.
    expect(await readQuizRoom(begun.deps, lan.reads)).toMatchObject({
      attempt: 'done',
      score: null,
    });
    await expect(reviewAttempt(begun.deps, lan.reads, vi)).rejects.toMatchObject({
      code: 'quiz.not-over',
    });
    begun.time.now = ON.closesAt;
    expect((await readQuizRoom(begun.deps, lan.reads)).score).toEqual({
      points: 1300,
      accuracy: 1,
      answered: 13,
      of: 13,
    });
    const { answers } = await reviewAttempt(begun.deps, lan.reads, vi);
    expect(answers).toHaveLength(13);
    expect(answers.every(({ credit, source }) => credit === 1 && source.title.length > 0)).toBe(
      true,
    );
  });

  it('survives reloads, lost answers, another machine and two tabs', async () => {
    const begun = await begin(engine);
    const lan = await begun.player();
    const { deps, time } = begun;
    const first = await openAttempt(deps, lan.reads, vi);
    const again = await openAttempt(deps, lan.reads, vi);
    expect(again).toEqual(first);
    const { attemptId } = first;
    const answer = await lan.solution(0);
    time.now += 30_000;
    const both = await Promise.all([
      answerQuestion(deps, lan.answers, { attemptId, seq: 0, answer, ...vi }),
      answerQuestion(deps, lan.answers, { attemptId, seq: 0, answer: wrong(answer), ...vi }),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]!.seq).toBe(1);
    const rows = await begun.db.selectFrom('quiz_answer').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]!.judgement)).toMatchObject({
      askedAt: START_MS,
      answeredAt: START_MS + 30_000,
    });
    await expect(
      answerQuestion(deps, lan.answers, { attemptId, seq: 5, answer, ...vi }),
    ).rejects.toMatchObject({ code: 'quiz.out-of-order' });
  });

  it('belongs to one pupil and to its time', async () => {
    const begun = await begin(engine, { minutes: 10 });
    const { deps, time } = begun;
    const [lan, minh] = [await begun.player(), await begun.player()];
    time.now = START_MS - 1;
    await expect(openAttempt(deps, lan.reads, vi)).rejects.toMatchObject({ code: 'quiz.not-open' });
    time.now = START_MS;
    const { attemptId, endsAt } = await openAttempt(deps, lan.reads, vi);
    const answer = await lan.solution(0);
    await expect(
      answerQuestion(deps, minh.answers, { attemptId, seq: 0, answer, ...vi }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
    expect(endsAt).toBe(START_MS + 600_000);
    time.now = endsAt + 5_001;
    await expect(
      answerQuestion(deps, lan.answers, { attemptId, seq: 0, answer, ...vi }),
    ).rejects.toMatchObject({ code: 'quiz.over' });
    expect(await openAttempt(deps, lan.reads, vi)).toMatchObject({ seq: 0, question: null });
    time.now = ON.closesAt;
    await expect(openAttempt(deps, minh.reads, vi)).rejects.toMatchObject({ code: 'quiz.over' });
  });

  it('tells the organiser when an answer was changed afterwards', async () => {
    const begun = await begin(engine);
    const lan = await begun.player();
    await play(begun, lan, 3);
    const row = await begun.db
      .selectFrom('quiz_answer')
      .selectAll()
      .where('seq', '=', 5)
      .executeTakeFirstOrThrow();
    const forged = JSON.stringify({ ...JSON.parse(row.judgement), credit: 1 });
    await begun.db
      .updateTable('quiz_answer')
      .set({ judgement: forged })
      .where('seq', '=', 5)
      .execute();
    expect((await begun.oversee()).rows[0]?.intact).toBe(false);
  });

  it('is off unless the rules say so, and for divisions that do not take part', async () => {
    const begun = await begin(engine, { mode: 'off' });
    const lan = await begun.player();
    expect((await readQuizRoom(begun.deps, lan.reads)).phase).toBe('off');
    await expect(openAttempt(begun.deps, lan.reads, vi)).rejects.toMatchObject({
      code: 'quiz.off',
    });
    const others = await begin(engine, { divisions: ['trung-hoc'] });
    const minh = await others.player();
    expect((await readQuizRoom(others.deps, minh.reads)).phase).toBe('off');
  });
});

it('practice holds no item of the contest', async () => {
  const begun = await begin(DATABASES[0]!);
  const { items } = await readPracticeBank(begun.deps, callerFor(EVERYBODY, 'practice.read'));
  expect(items.length).toBeGreaterThan(100);
  expect(items.every(({ pool }) => pool === 'practice')).toBe(true);
});
