import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { useReview } from '../games-queries.ts';
import { QuestionCard } from '../question/question-card.tsx';

/** Own answers beside what is right, with sources, when the round is over for everybody. */
export function Review() {
  const { t } = useLanguage();
  const review = useReview(true);
  if (review.isPending) return <Loading />;
  if (review.isError) {
    return <ErrorNote error={review.error} onRetry={() => void review.refetch()} />;
  }
  return (
    <ol className="quiz-review">
      {review.data.answers.map(
        ({ question, answer, solution, explanation, source, credit }, at) => (
          <li key={at}>
            <QuestionCard
              question={question}
              value={answer}
              solution={solution}
              onChange={() => undefined}
            />
            <p>{explanation}</p>
            <p className="feedback-source">
              {t('quiz.source')}{' '}
              <cite>
                {source.title}, {source.ref}
              </cite>
            </p>
            <p>{t('quiz.review.credit', { percent: Math.round(credit * 100) })}</p>
          </li>
        ),
      )}
    </ol>
  );
}
