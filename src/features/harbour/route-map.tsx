import { Check } from 'lucide-react';
import type { HarbourView } from '@contract/pupil.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { reachedStop, STOPS } from './route-progress.ts';

/** How far the story has come, as a boat on its way from Đền Hùng to the islands. */
export function RouteMap({ harbour }: { harbour: HarbourView }) {
  const { t } = useLanguage();
  const reached = STOPS.indexOf(reachedStop(harbour));
  return (
    <section className="route" aria-label={t('harbour.route.title')}>
      <ol>
        {STOPS.map((stop, index) => (
          <li
            key={stop}
            className={index <= reached ? 'route-reached' : undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            {index === reached ? (
              <img className="route-boat" src="/art/boat.svg" alt="" width="150" height="160" />
            ) : null}
            <span className="route-buoy" aria-hidden="true">
              {index <= reached ? <Check size={18} strokeWidth={3.5} /> : index + 1}
            </span>
            <span className="route-name">
              {t(`harbour.stop.${stop}`, { pages: harbour.edition.minPages })}
              {index <= reached ? (
                <span className="visually-hidden">{t('harbour.route.reached')}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
