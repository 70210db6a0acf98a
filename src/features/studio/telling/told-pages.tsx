import { Check, Mic, PenLine } from 'lucide-react';
import { type Telling, tellingMs, writtenOf } from '@domain/story/telling.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { clockTime } from '@ui/clock-time.ts';

/** Every page with what was told of it; choosing one turns to it. */
export function ToldPages({
  telling,
  order,
  page,
  onPage,
}: {
  telling: Telling;
  /** Ids of the pages, in their order. */
  order: readonly number[];
  page: number;
  onPage: (page: number) => void;
}) {
  const { t } = useLanguage();
  return (
    <nav className="telling-pages" aria-label={t('telling.pages')}>
      <ol>
        {order.map((id, index) => {
          const ms = tellingMs(telling, id);
          const written = writtenOf(telling, id) !== '';
          const number = index + 1;
          const name =
            ms > 0
              ? t('telling.pageTold', { page: number, time: clockTime(ms) })
              : t(written ? 'telling.pageWritten' : 'telling.pageNone', { page: number });
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={name}
                aria-current={id === page ? 'page' : undefined}
                data-told={ms > 0 || written}
                onClick={() => onPage(id)}
              >
                <strong>{number}</strong>
                {ms > 0 ? <Mic size={16} aria-hidden="true" /> : null}
                {written ? <PenLine size={16} aria-hidden="true" /> : null}
                {ms > 0 || written ? <Check size={16} aria-hidden="true" /> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
