import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './open-page.css';

/**
 * The frame of pages outside the adults' rooms: the product's name, the language, the page.
 * Sand for pupils and the public, foam for adults.
 */
export function OpenPage({
  tone,
  home = '/',
  tools,
  children,
}: {
  tone: 'sand' | 'foam';
  home?: string;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <div className={`open-page open-page-${tone}`}>
      <header className={tools ? 'open-bar open-bar-tooled' : 'open-bar'}>
        <Link to={home} className="open-product">
          <img src="/icon.svg" alt="" width="36" height="36" />
          <span>{t('common.product')}</span>
        </Link>
        <div className="open-tools">
          {tools}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" className="open-main">
        {children}
      </main>
    </div>
  );
}
