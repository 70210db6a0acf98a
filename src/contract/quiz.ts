import * as z from 'zod/mini';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { Item } from '@domain/quiz/item.ts';
import { Answer, Question } from '@domain/quiz/question.ts';
import { QUIZ_PHASES } from '@domain/quiz/round.ts';
import { route } from './route.ts';

export const QuizLocaleName = z.enum(['vi', 'en']);

/** An open attempt: one question at a time, without its key. */
export const AttemptView = z.object({
  attemptId: Id,
  /** The question that is asked, from 0; `of` when all are answered. */
  seq: z.int(),
  of: z.int(),
  endsAt: EpochMs,
  /** Server's time, for a countdown on any clock. */
  now: EpochMs,
  question: z.nullable(Question),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const QuizScoreView = z.object({
  points: z.int(),
  accuracy: z.number(),
  answered: z.int(),
  of: z.int(),
});

export const QuizRoomView = z.object({
  phase: z.enum(QUIZ_PHASES),
  opensAt: EpochMs,
  closesAt: EpochMs,
  minutes: z.int(),
  questions: z.int(),
  attempt: z.enum(['none', 'open', 'done']),
  /** Once the round is closed for everybody: what is judged may be talked about then. */
  score: z.nullable(QuizScoreView),
});
export type QuizRoomView = z.infer<typeof QuizRoomView>;

/** A judged question with its key, after the round. */
export const ReviewedAnswer = z.object({
  question: Question,
  answer: z.nullable(Answer),
  solution: Answer,
  credit: z.number(),
  near: z.nullable(z.literal('tone')),
  explanation: z.string(),
  source: z.object({ title: z.string(), ref: z.string(), url: z.string() }),
});
export type ReviewedAnswer = z.infer<typeof ReviewedAnswer>;

export const ContestantRow = z.object({
  rank: z.int(),
  divisionId: z.string(),
  fullName: z.string(),
  className: z.string(),
  schoolName: z.string(),
  points: z.int(),
  accuracy: z.number(),
  hardestThird: z.number(),
  thinkingMs: z.int(),
  answered: z.int(),
  of: z.int(),
  state: z.enum(['open', 'done']),
  /** False when an answer was changed after it was judged. */
  intact: z.boolean(),
});
export type ContestantRow = z.infer<typeof ContestantRow>;

export const readPracticeBank = route({
  id: 'readPracticeBank',
  method: 'get',
  path: '/api/practice',
  action: 'practice.read',
  summary: 'The practice questions with their keys; the contest has others',
  answer: z.object({ items: z.array(Item) }),
});

export const readQuizRoom = route({
  id: 'readQuizRoom',
  method: 'get',
  path: '/api/quiz',
  action: 'quiz.read',
  summary: 'The quiz round for this pupil: when, how long, how it went',
  answer: QuizRoomView,
});

export const openAttempt = route({
  id: 'openAttempt',
  method: 'post',
  path: '/api/quiz/attempt',
  action: 'quiz.read',
  summary: 'Begin the one attempt, or go on with it on any machine',
  body: z.object({ locale: QuizLocaleName }),
  answer: AttemptView,
});

export const answerQuestion = route({
  id: 'answerQuestion',
  method: 'post',
  path: '/api/quiz/attempt/:attemptId/answers',
  action: 'quiz.answer',
  summary: 'Answer the question that is asked; the same again changes nothing',
  body: z.object({ seq: z.int().check(z.gte(0)), answer: Answer, locale: QuizLocaleName }),
  answer: AttemptView,
});

export const reviewAttempt = route({
  id: 'reviewAttempt',
  method: 'get',
  path: '/api/quiz/review/:locale',
  action: 'quiz.read',
  summary: 'Own answers with solutions and sources, after the round',
  answer: z.object({ answers: z.array(ReviewedAnswer) }),
});

export const listQuizResults = route({
  id: 'listQuizResults',
  method: 'get',
  path: '/api/organiser/quiz',
  action: 'round.oversee',
  summary: 'The quiz round in order of points, per division',
  answer: z.object({
    phase: z.enum(['off', 'upcoming', 'open', 'closed']),
    rows: z.array(ContestantRow),
  }),
});
