import type { Item } from '@domain/quiz/item.ts';
import type { Mark } from '@domain/quiz/kinds/kind.ts';
import { useLanguage } from '@i18n/use-language.tsx';

function wordFor({ credit, near }: Mark) {
  if (near === 'tone') return 'quiz.feedback.tone';
  if (credit >= 0.85) return 'quiz.feedback.right';
  return credit > 0 ? 'quiz.feedback.partly' : 'quiz.feedback.wrong';
}

/** How it went, why, and where to read it. */
export function Feedback({
  item: { explanation, source },
  mark,
}: {
  item: Pick<Item, 'explanation' | 'source'>;
  mark: Mark;
}) {
  const { t, locale } = useLanguage();
  return (
    <div className="feedback" data-outcome={mark.credit >= 0.85 ? 'right' : 'wrong'} role="status">
      <p className="feedback-word">{t(wordFor(mark))}</p>
      <p>{explanation[locale]}</p>
      <p className="feedback-source">
        {t('quiz.source')}{' '}
        <cite>
          {source.title}, {source.ref}
        </cite>
      </p>
    </div>
  );
}
