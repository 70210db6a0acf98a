import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AttemptView, QuizRoomView } from '@contract/quiz.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { GamesFrame } from '../games-frame.tsx';
import { useOpenAttempt, useQuizRoom } from '../games-queries.ts';
import { AttemptDesk } from './attempt-desk.tsx';
import { Review } from './review.tsx';

/** The quiz round of the contest: one attempt, kept by the server. */
export function QuizPage() {
  const { t } = useLanguage();
  const room = useQuizRoom();
  const open = useOpenAttempt();
  const [attempt, setAttempt] = useState<AttemptView | null>(null);
  if (attempt !== null) {
    return (
      <GamesFrame title={t('quiz.round.title')}>
        <AttemptDesk attempt={attempt} onChange={setAttempt} />
      </GamesFrame>
    );
  }
  return (
    <GamesFrame title={t('quiz.round.title')}>
      {room.isPending ? <Loading /> : null}
      {room.isError ? <ErrorNote error={room.error} onRetry={() => void room.refetch()} /> : null}
      {room.data ? (
        <QuizDoor
          room={room.data}
          pending={open.isPending}
          onOpen={() => open.mutate(undefined, { onSuccess: setAttempt })}
        />
      ) : null}
      {open.isError ? <ErrorNote error={open.error} /> : null}
    </GamesFrame>
  );
}

function QuizDoor({
  room,
  pending,
  onOpen,
}: {
  room: QuizRoomView;
  pending: boolean;
  onOpen: () => void;
}) {
  const { t, f } = useLanguage();
  const { phase, attempt, score } = room;
  const practise = (
    <ButtonLink to="/hoc-choi/luyen-tap" size="lg" variant="default">
      {t('quiz.round.practise')}
    </ButtonLink>
  );
  if (phase === 'off') {
    return (
      <div className="quiz-door">
        <p>{t('quiz.round.off')}</p>
        {practise}
      </div>
    );
  }
  if (phase === 'upcoming') {
    return (
      <div className="quiz-door">
        <p>{t('quiz.round.upcoming', { time: f.dateTime(room.opensAt) })}</p>
        {practise}
      </div>
    );
  }
  if (phase === 'closed') {
    return (
      <div className="quiz-door">
        {score === null ? (
          <p>{t('quiz.round.missed')}</p>
        ) : (
          <>
            <p className="quiz-score">
              {t('quiz.round.score', {
                points: score.points,
                answered: score.answered,
                of: score.of,
              })}
            </p>
            <Review />
          </>
        )}
        {practise}
      </div>
    );
  }
  if (attempt === 'done') {
    return (
      <div className="quiz-door">
        <p>{t('quiz.round.done', { time: f.dateTime(room.closesAt) })}</p>
        {practise}
      </div>
    );
  }
  return (
    <div className="quiz-door">
      <ul className="quiz-rules">
        <li>{t('quiz.round.rule.count', { questions: room.questions, minutes: room.minutes })}</li>
        <li>{t('quiz.round.rule.once')}</li>
        <li>{t('quiz.round.rule.kept')}</li>
        <li>{t('quiz.round.rule.closes', { time: f.dateTime(room.closesAt) })}</li>
      </ul>
      <Button size="lg" loading={pending} onClick={onOpen}>
        {t(attempt === 'open' ? 'quiz.round.goOn' : 'quiz.round.begin')}
      </Button>
      {attempt === 'none' ? practise : null}
    </div>
  );
}
