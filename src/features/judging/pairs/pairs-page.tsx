import { ClipboardList, Columns2, Lock } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { useSession, useSignOut } from '@platform/queries.ts';
import { AdultShell } from '@ui/adult-shell.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { NightSwitch } from '@ui/night-switch.tsx';
import { PairDesk } from './pair-desk.tsx';
import { usePairs } from './pairs-queries.ts';
import './pairs.css';

type Pairs = NonNullable<ReturnType<typeof usePairs>['data']>;

function Desk({ pairs, open }: Pairs) {
  const { t } = useLanguage();
  const first = pairs.findIndex(({ chosen }) => chosen === null);
  const [at, setAt] = useState(Math.max(0, first));
  const done = pairs.filter(({ chosen }) => chosen !== null).length;
  const finished = done === pairs.length;
  return (
    <>
      {open ? null : (
        <p className="pairs-note">
          <Lock aria-hidden="true" />
          {t('pairs.closed')}
        </p>
      )}
      <p className="pairs-progress" aria-live="polite">
        {t('pairs.place.position', { at: at + 1, all: pairs.length })}.{' '}
        {t('pairs.progress', { done, all: pairs.length })}.
        {finished ? ` ${t('pairs.done.title')}. ${t('pairs.done.text')}` : null}
      </p>
      <PairDesk
        key={pairs[at]!.id}
        pairId={pairs[at]!.id}
        nextId={pairs[at + 1]?.id ?? null}
        onBack={at > 0 ? () => setAt(at - 1) : null}
        onNext={() => setAt(Math.min(at + 1, pairs.length - 1))}
      />
      <p className="pairs-keys">{t('pairs.keys')}</p>
      <p className="pairs-keys">{t('pairs.noTie')}</p>
    </>
  );
}

/** The judge's pairs of the final, one after the other. */
export function PairsPage() {
  const { t } = useLanguage();
  const session = useSession();
  const signOut = useSignOut();
  const pairs = usePairs();
  return (
    <AdultShell
      places={[
        { to: '/cham', label: t('pairs.place'), icon: <ClipboardList aria-hidden="true" /> },
        { to: '/cham/so-cap', label: t('pairs.title'), icon: <Columns2 aria-hidden="true" /> },
      ]}
      title={t('pairs.title')}
      lead={t('pairs.lead')}
      who={session.data?.displayName ?? ''}
      tools={<NightSwitch />}
      onSignOut={() => signOut.mutate()}
    >
      {pairs.isError ? (
        <ErrorNote error={pairs.error} onRetry={() => void pairs.refetch()} />
      ) : pairs.data === undefined ? (
        <Loading />
      ) : pairs.data.pairs.length === 0 ? (
        <>
          <EmptyState title={t('pairs.none.title')} text={t('pairs.none.text')} />
          <ButtonLink to="/cham" variant="default">
            {t('pairs.toSheets')}
          </ButtonLink>
        </>
      ) : (
        <Desk {...pairs.data} />
      )}
    </AdultShell>
  );
}
