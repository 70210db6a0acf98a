import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { shells } from '@domain/games/game.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { isReady } from '../question/draft.ts';
import { QuestionCard } from '../question/question-card.tsx';
import { Shells } from '../shells.tsx';
import { Feedback } from './feedback.tsx';
import { type createPractice, ROUND_LENGTH } from './practice-store.ts';

type Practice = ReturnType<typeof createPractice>;

/** One question after the other; each answer is explained before the next. */
export function PracticeRound({
  practice,
  onAgain,
  onLeave,
}: {
  practice: Practice;
  onAgain: () => void;
  onLeave: () => void;
}) {
  const { t } = useLanguage();
  const { current, asked } = useStore(practice.store);
  const card = useRef<HTMLDivElement>(null);
  const shown = current?.item.id;
  // Who plays by keyboard or by ear lands on the new question, not on the button that is gone.
  useEffect(() => {
    card.current?.querySelector<HTMLElement>('.question-stem')?.focus();
  }, [shown]);

  if (current === null) return <RoundEnd asked={asked} onAgain={onAgain} onLeave={onLeave} />;
  const { question, draft, judged, item } = current;
  const place = asked.length + (judged === null ? 1 : 0);
  return (
    <form
      className="practice-round"
      onSubmit={(event) => {
        event.preventDefault();
        if (judged === null) practice.check();
        else practice.next();
      }}
    >
      <p className="practice-place">{t('quiz.place', { place, of: ROUND_LENGTH })}</p>
      <progress value={asked.length} max={ROUND_LENGTH} aria-label={t('quiz.progress')} />
      <div ref={card}>
        <QuestionCard
          key={item.id}
          question={question}
          value={draft}
          solution={judged?.solution ?? null}
          onChange={practice.answer}
        />
      </div>
      {judged === null ? null : <Feedback item={item} mark={judged} />}
      <Button type="submit" size="lg" disabled={judged === null && !isReady(question.ask, draft)}>
        {t(judged === null ? 'quiz.check' : place === ROUND_LENGTH ? 'quiz.finish' : 'quiz.next')}
      </Button>
    </form>
  );
}

function RoundEnd({
  asked,
  onAgain,
  onLeave,
}: {
  asked: readonly { readonly credit: number }[];
  onAgain: () => void;
  onLeave: () => void;
}) {
  const { t } = useLanguage();
  const credit = asked.reduce((sum, one) => sum + one.credit, 0);
  const right = asked.filter((one) => one.credit >= 0.85).length;
  return (
    <div className="practice-end">
      <Shells count={shells(credit, asked.length)} />
      <h2>{t('quiz.practice.end', { right, of: asked.length })}</h2>
      <p>{t('quiz.practice.endAbout')}</p>
      <div className="practice-ways">
        <Button size="lg" onClick={onAgain}>
          {t('quiz.practice.again')}
        </Button>
        <Button size="lg" variant="default" onClick={onLeave}>
          {t('quiz.practice.leave')}
        </Button>
      </div>
    </div>
  );
}
