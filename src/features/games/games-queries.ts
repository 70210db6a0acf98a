import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { finishSweepRun, openSweepRun, readBadges, readDecks } from '@contract/games.ts';
import {
  answerQuestion,
  openAttempt,
  readPracticeBank,
  readQuizRoom,
  reviewAttempt,
} from '@contract/quiz.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Answer } from '@domain/quiz/question.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';

export function usePracticeBank() {
  return useQuery({
    queryKey: ['practice'],
    queryFn: () => call(readPracticeBank, {}),
    staleTime: Infinity,
  });
}

export function useDecks() {
  return useQuery({
    queryKey: ['games'],
    queryFn: () => call(readDecks, {}),
    staleTime: Infinity,
  });
}

export function useBadges(wanted: boolean) {
  return useQuery({
    queryKey: ['badges'],
    queryFn: () => call(readBadges, {}),
    enabled: wanted,
  });
}

export function useOpenSweepRun() {
  return useMutation({ mutationFn: () => call(openSweepRun, {}), retry: 1 });
}

export function useFinishSweepRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ runId, inputs }: { runId: Id; inputs: readonly number[] }) =>
      call(finishSweepRun, { params: { runId }, body: { inputs: [...inputs] } }),
    retry: 2,
    onSuccess: ({ won }) => {
      if (won.length > 0) void client.invalidateQueries({ queryKey: ['badges'] });
    },
  });
}

export function useQuizRoom() {
  return useQuery({ queryKey: ['quiz'], queryFn: () => call(readQuizRoom, {}) });
}

export function useReview(wanted: boolean) {
  const { locale } = useLanguage();
  return useQuery({
    queryKey: ['quiz', 'review', locale],
    queryFn: () => call(reviewAttempt, { params: { locale } }),
    enabled: wanted,
  });
}

export function useOpenAttempt() {
  const { locale } = useLanguage();
  return useMutation({ mutationFn: () => call(openAttempt, { body: { locale } }) });
}

export function useAnswer() {
  const { locale } = useLanguage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ attemptId, seq, answer }: { attemptId: Id; seq: number; answer: Answer }) =>
      call(answerQuestion, { params: { attemptId }, body: { seq, answer, locale } }),
    onSuccess: ({ question }) => {
      if (question === null) void client.invalidateQueries({ queryKey: ['quiz'] });
    },
  });
}
