import { BookOpen, Check } from 'lucide-react';
import type { NewsPost } from '@domain/games/decks.ts';
import { useLanguage } from '@i18n/use-language.tsx';

/** Three sources: closed until they are read, then one of them is put forward. */
export function EvidenceCards({
  post,
  order,
  opened,
  proving,
  answer,
  onOpen,
  onProve,
}: {
  post: NewsPost;
  order: readonly string[];
  opened: readonly string[];
  proving: boolean;
  /** The source that shows it, once the post is judged. */
  answer: string | null;
  onOpen: (evidence: string) => void;
  onProve: (evidence: string) => void;
}) {
  const { t, locale } = useLanguage();
  const cards = order.flatMap((id) => post.evidence.filter((card) => card.id === id));
  return (
    <section className="evidence" aria-label={t('games.newsroom.sources')}>
      <h2>{t('games.newsroom.sources')}</h2>
      <ul>
        {cards.map(({ id, title, says }) => {
          const open = opened.includes(id);
          return (
            <li key={id} data-open={open} data-answer={answer === id}>
              <h3>
                {title[locale]}
                {answer === id ? (
                  <span className="evidence-key">
                    <Check aria-hidden="true" />
                    {t('games.newsroom.thisOne')}
                  </span>
                ) : null}
              </h3>
              {open ? <p>{says[locale]}</p> : null}
              <div className="evidence-ways">
                {open ? null : (
                  <button type="button" onClick={() => onOpen(id)}>
                    <BookOpen aria-hidden="true" />
                    {t('games.newsroom.read')}
                    <span className="visually-hidden">: {title[locale]}</span>
                  </button>
                )}
                {proving ? (
                  <button type="button" className="evidence-prove" onClick={() => onProve(id)}>
                    {t('games.newsroom.prove')}
                    <span className="visually-hidden">: {title[locale]}</span>
                  </button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
