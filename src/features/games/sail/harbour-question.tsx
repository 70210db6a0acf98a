import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { randomFrom } from '@domain/kernel/random.ts';
import type { Item } from '@domain/quiz/item.ts';
import { type Answer, markAnswer, questionOf, solutionOf } from '@domain/quiz/question.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Feedback } from '../practice/feedback.tsx';
import { firstDraft, isReady } from '../question/draft.ts';
import { QuestionCard } from '../question/question-card.tsx';

/** What the harbour asks: a right answer is worth fuel and repairs. */
export function HarbourQuestion({
  item,
  seed,
  port,
  brought,
  onAnswered,
  onLeave,
}: {
  item: Item;
  seed: number;
  port: string;
  brought: boolean;
  onAnswered: (credit: number) => void;
  onLeave: (credit: number) => void;
}) {
  const { t, locale } = useLanguage();
  const [question] = useState(() => questionOf(item, locale, randomFrom(seed)));
  const [draft, setDraft] = useState<Answer | null>(firstDraft(question.ask));
  const [judged, setJudged] = useState(false);
  const board = useRef<HTMLFormElement>(null);
  useEffect(() => board.current?.focus(), []);
  const mark = judged && draft !== null ? markAnswer(item, draft) : null;
  return (
    <form
      ref={board}
      tabIndex={-1}
      className="sail-board"
      onSubmit={(event) => {
        event.preventDefault();
        if (mark !== null) return onLeave(mark.credit);
        if (draft === null) return;
        setJudged(true);
        onAnswered(markAnswer(item, draft).credit);
      }}
    >
      <p className="sail-arrived" role="status">
        {t(brought ? 'games.sail.brought' : 'games.sail.arrived', { port })}
      </p>
      <QuestionCard
        question={question}
        value={draft}
        solution={judged ? solutionOf(item) : null}
        onChange={setDraft}
      />
      {mark === null ? null : <Feedback item={item} mark={mark} />}
      <Button type="submit" size="lg" disabled={!isReady(question.ask, draft)}>
        {t(mark === null ? 'quiz.check' : 'games.sail.goOn')}
      </Button>
    </form>
  );
}
