import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';

/** Says what will happen and what cannot be undone before a deed is done. */
export function ConfirmDialog({
  title,
  confirm,
  busy,
  error,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  confirm: string;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {error ? <ErrorNote error={error} /> : null}
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
