import { Button } from '@mantine/core';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './adult-shell.css';

export type Place = { readonly to: string; readonly label: string; readonly icon: ReactNode };

/**
 * The frame of adults' rooms: navigation on the left (on a phone along the top), a page title
 * with one main action, the page below. Words come from the room.
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
  return (
    <div className="adult-shell">
      <header className="adult-bar">
        <span className="adult-product">{t('common.product')}</span>
        <nav aria-label={t('common.navigation')}>
          {places.map((place) => (
            <NavLink key={place.to} to={place.to} end className="adult-place">
              {place.icon}
              <span>{place.label}</span>
            </NavLink>
          ))}
        </nav>
        <div className="adult-tools">
          <span className="adult-who">{who}</span>
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
