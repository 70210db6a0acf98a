import { Outlet } from 'react-router';
import { useHost } from '@platform/queries.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { DemoRibbon } from '@ui/demo-ribbon.tsx';
import { usePageTitle } from './use-page-title.ts';
import { useTopOfPage } from './use-top-of-page.ts';

/** Around every page: the way past the header for keyboards, and the word that data are demo. */
export function Frame() {
  const { t } = useLanguage();
  const host = useHost();
  usePageTitle(t('common.product'));
  useTopOfPage();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('common.skipToMain')}
      </a>
      {host.data?.demo ? <DemoRibbon text={t('common.demoRibbon')} /> : null}
      <Outlet />
    </>
  );
}
