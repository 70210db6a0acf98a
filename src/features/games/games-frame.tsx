import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { useKeptOffline } from '@platform/offline/use-kept-offline.ts';
import { useSession } from '@platform/queries.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import './games.css';

/** A page of the games: its name, and the way back to the map or the harbour. */
export function GamesFrame({
  title,
  lead,
  atMap = false,
  wide = false,
  children,
}: {
  title: string;
  lead?: string;
  /** The map itself leads on to the harbour, everything else to the map. */
  atMap?: boolean;
  /** For a table to play on. */
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  useKeptOffline();
  const isPupil = useSession().data?.role === 'pupil';
  const harbour = isPupil ? '/ben-cang' : '/';
  return (
    <OpenPage
      tone="sand"
      home={harbour}
      tools={
        <ButtonLink to={atMap ? harbour : '/hoc-choi'} variant="subtle">
          {t(atMap ? (isPupil ? 'games.toHarbour' : 'games.toStart') : 'games.toMap')}
        </ButtonLink>
      }
    >
      <div className={wide ? 'games-page games-page-wide' : 'games-page'}>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="games-lead">{lead}</p>}
        {children}
      </div>
    </OpenPage>
  );
}
