import { Button } from '@mantine/core';
import { ChevronDown, LogOut } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './adult-shell.css';

export type Place = { readonly to: string; readonly label: string; readonly icon: ReactNode };

/** A row that is wider than a phone shows the place where one is. */
function Places({ places }: { places: readonly Place[] }) {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && here) row.current.scrollLeft = here.offsetLeft - row.current.offsetLeft - 32;
  }, [pathname, places.length]);
  return (
    <nav ref={row} aria-label={t('common.navigation')}>
      {places.map((place) => (
        <NavLink key={place.to} to={place.to} end className="adult-place">
          {place.icon}
          <span>{place.label}</span>
        </NavLink>
      ))}
    </nav>
  );
}

/**
 * The frame of adults' rooms: navigation on the left (on a phone along the top, with what belongs
 * to the account behind a button), a page title with one main action, the page below. Words come
 * from the room.
 */
export function AdultShell({
  places,
  title,
  lead,
  action,
  who,
  tools,
  onSignOut,
  children,
}: {
  places: readonly Place[];
  title: string;
  lead?: string;
  action?: ReactNode;
  who: string;
  tools?: ReactNode;
  onSignOut: () => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const [toolsShown, setToolsShown] = useState(false);
  const toolsId = useId();
  return (
    <div className="adult-shell">
      <header className="adult-bar">
        <span className="adult-product">{t('common.product')}</span>
        <span className="adult-who">{who}</span>
        <button
          type="button"
          className="adult-account"
          aria-expanded={toolsShown}
          aria-controls={toolsId}
          onClick={() => setToolsShown(!toolsShown)}
        >
          {t('common.account')}
          <ChevronDown size={18} aria-hidden="true" />
        </button>
        <Places places={places} />
        <div id={toolsId} className="adult-tools" data-shown={toolsShown || undefined}>
          {tools}
          <LanguageSwitch />
          <Button
            variant="subtle"
            leftSection={<LogOut size={18} aria-hidden="true" />}
            onClick={onSignOut}
          >
            {t('common.signOut')}
          </Button>
        </div>
      </header>
      <main id="main" className="adult-main">
        <div className="adult-title">
          <div>
            <h1>{title}</h1>
            {lead ? <p>{lead}</p> : null}
          </div>
          {action}
        </div>
        {children}
      </main>
    </div>
  );
}
