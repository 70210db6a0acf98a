import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { MessagePage } from '@ui/message-page.tsx';
import { Button } from '@mantine/core';

/** The web app's one error page: reached by bugs, never by expected refusals. */
export function FailurePage() {
  const { t } = useLanguage();
  return (
    <MessagePage title={t('common.failure.title')} text={t('common.failure.text')}>
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
