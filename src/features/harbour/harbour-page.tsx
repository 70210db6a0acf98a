import { useQuery } from '@tanstack/react-query';
import { Hourglass, Megaphone } from 'lucide-react';
import { type HarbourView, readHarbour } from '@contract/pupil.ts';
import { givenName } from '@domain/people/names.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { HOME } from '@platform/places.ts';
import { useHost } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import { BigThings } from './big-things.tsx';
import { nightsUntil } from './deadline.ts';
import { RouteMap } from './route-map.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import './harbour.css';

export function HarbourPage() {
  const { t } = useLanguage();
  const harbour = useQuery({
    queryKey: ['harbour'],
    queryFn: ({ signal }) => call(readHarbour, { signal }),
    // Whoever comes back from the studio has just changed it.
    staleTime: 0,
  });
  return (
    <OpenPage tone="sand" home={HOME.pupil} tools={<SignOutButton harbour={harbour.data} />}>
      {harbour.isPending ? <Loading /> : null}
      {harbour.isError ? (
        <div className="harbour">
          <h1 className="visually-hidden">{t('common.product')}</h1>
          <ErrorNote error={harbour.error} onRetry={() => void harbour.refetch()} />
        </div>
      ) : null}
      {harbour.isSuccess ? <Harbour harbour={harbour.data} /> : null}
    </OpenPage>
  );
}

function Harbour({ harbour }: { harbour: HarbourView }) {
  const { t } = useLanguage();
  return (
    <div className="harbour">
      <div className="harbour-greeting">
        <h1>{t('harbour.greeting', { name: givenName(harbour.fullName) })}</h1>
        <p>{t('harbour.place', { class: harbour.className, school: harbour.schoolName })}</p>
      </div>
      <Deadline harbour={harbour} />
      <RouteMap harbour={harbour} />
      <BigThings harbour={harbour} />
    </div>
  );
}

function Deadline({ harbour: { edition, entry } }: { harbour: HarbourView }) {
  const { t, f } = useLanguage();
  const host = useHost();
  const { phase, opensAt, closesAt } = edition;
  const done = entry?.state === 'submitted';
  const moment = phase === 'upcoming' ? opensAt : closesAt;
  const nights = host.isSuccess ? nightsUntil(moment, host.data.now) : null;
  const Icon = phase === 'upcoming' || phase === 'open' ? Hourglass : Megaphone;
  if (nights === null || (done && phase === 'open')) return null;
  return (
    <p className="harbour-deadline">
      <Icon size={24} aria-hidden="true" />
      <span>
        {t(`harbour.deadline.${phase}`, {
          nights,
          time: f.time(moment),
          date: f.date(moment),
        })}
      </span>
    </p>
  );
}
