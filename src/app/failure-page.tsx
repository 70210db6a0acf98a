import { useRouteError } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { ConnectionLost } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { MessagePage } from '@ui/message-page.tsx';
import { Button } from '@mantine/core';

/** The web app's one error page: for bugs, and for a page that could not be fetched. */
export function FailurePage() {
  const { t } = useLanguage();
  const lost = useRouteError() instanceof ConnectionLost;
  return (
    <MessagePage
      title={t(lost ? 'common.lost.title' : 'common.failure.title')}
      text={t(lost ? 'common.connectionLost' : 'common.failure.text')}
    >
      <Button onClick={() => window.location.reload()}>{t('common.failure.reload')}</Button>
      <ButtonLink to="/" variant="default">
        {t('common.toStart')}
      </ButtonLink>
    </MessagePage>
  );
}

export function NotFoundPage() {
  const { t } = useLanguage();
  return (
    <MessagePage title={t('common.notFound.title')} text={t('common.notFound.text')}>
      <ButtonLink to="/">{t('common.toStart')}</ButtonLink>
    </MessagePage>
  );
}
