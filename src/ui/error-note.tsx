import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useErrorText } from './use-error-text.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import './error-note.css';

/** What went wrong, what is safe, what to do next; with a button where trying again may help. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useLanguage();
  const textOf = useErrorText();
  return (
    <div className="error-note" role="alert">
      <CircleAlert aria-hidden="true" />
      <p>{textOf(error)}</p>
      {onRetry ? (
        <Button variant="default" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      ) : null}
    </div>
  );
}
