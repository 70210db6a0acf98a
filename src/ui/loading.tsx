import { Loader } from '@mantine/core';
import { useLanguage } from '@i18n/use-language.tsx';
import './message-page.css';

export function Loading() {
  const { t } = useLanguage();
  return (
    <div className="loading" role="status">
      <Loader aria-hidden="true" />
      <span>{t('common.loading')}</span>
    </div>
  );
}
