import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AttemptView } from '@contract/quiz.ts';
import type { Answer } from '@domain/quiz/question.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useAnswer } from '../games-queries.ts';
import { firstDraft, isReady } from '../question/draft.ts';
import { QuestionCard } from '../question/question-card.tsx';

/** Minutes are told until the last one; a child need not watch seconds run. */
function useMinutesLeft({ endsAt, now }: AttemptView): number {
  const [minutes, setMinutes] = useState(() => minutesBetween(now, endsAt));
  useEffect(() => {
    const began = performance.now();
    const tell = () => setMinutes(minutesBetween(now + performance.now() - began, endsAt));
    tell();
    const timer = setInterval(tell, 10_000);
    return () => clearInterval(timer);
  }, [now, endsAt]);
  return minutes;
}

const minutesBetween = (from: number, to: number) => Math.max(0, Math.ceil((to - from) / 60_000));

/** The question that waits. What the server has judged is done; what it has not can be sent again. */
export function AttemptDesk({
  attempt,
  onChange,
}: {
  attempt: AttemptView;
  onChange: (attempt: AttemptView) => void;
}) {
  const { t } = useLanguage();
  const minutes = useMinutesLeft(attempt);
  const { question, seq, of, attemptId } = attempt;
  if (question === null) {
    return (
      <div className="quiz-door" role="status">
        <p className="quiz-score">{t(seq === of ? 'quiz.round.allDone' : 'quiz.round.timeUp')}</p>
        <ButtonLink to="/ben-cang" size="lg">
          {t('games.toHarbour')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <>
      <p className="practice-place">{t('quiz.round.place', { place: seq + 1, of, minutes })}</p>
      <progress value={seq} max={of} aria-label={t('quiz.progress')} />
      <OneQuestion key={`${attemptId} ${seq}`} attempt={attempt} onChange={onChange} />
    </>
  );
}

function OneQuestion({
  attempt: { attemptId, seq, of, question },
  onChange,
}: {
  attempt: AttemptView;
  onChange: (attempt: AttemptView) => void;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<Answer | null>(question && firstDraft(question.ask));
  const answer = useAnswer();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('.question-stem')?.focus();
  }, []);
  if (question === null) return null;
  const ready = isReady(question.ask, draft);
  return (
    <form
      ref={form}
      className="practice-round"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || answer.isPending) return;
        answer.mutate({ attemptId, seq, answer: draft }, { onSuccess: onChange });
      }}
    >
      <QuestionCard question={question} value={draft} onChange={setDraft} />
      {answer.isError ? <ErrorNote error={answer.error} /> : null}
      <Button type="submit" size="lg" disabled={!ready} loading={answer.isPending}>
        {t(seq + 1 === of ? 'quiz.round.last' : 'quiz.round.send')}
      </Button>
    </form>
  );
}
