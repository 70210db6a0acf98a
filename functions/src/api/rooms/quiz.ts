import * as contract from '@contract/quiz.ts';
import { answerQuestion, openAttempt } from '@server/usecases/quiz/play-attempt.ts';
import {
  listQuizResults,
  readPracticeBank,
  readQuizRoom,
  reviewAttempt,
} from '@server/usecases/quiz/read-quiz.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const quizEndpoints: readonly Endpoint[] = [
  endpoint(contract.readPracticeBank, ({ deps, caller }) => readPracticeBank(deps, caller)),
  endpoint(contract.readQuizRoom, ({ deps, caller }) => readQuizRoom(deps, caller)),
  endpoint(contract.openAttempt, ({ deps, caller, body }) => openAttempt(deps, caller, body)),
  endpoint(contract.answerQuestion, ({ deps, caller, params, body }) =>
    answerQuestion(deps, caller, { attemptId: params.attemptId, ...body }),
  ),
  endpoint(contract.reviewAttempt, ({ deps, caller, params }) =>
    reviewAttempt(deps, caller, { locale: params.locale === 'en' ? 'en' : 'vi' }),
  ),
  endpoint(contract.listQuizResults, ({ deps, caller }) => listQuizResults(deps, caller)),
];
