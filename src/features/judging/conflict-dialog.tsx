import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useDeclareConflict } from './judging-queries.ts';

const REASON_CHARS = 300;
const LEAST_CHARS = 3;

/** A judge who knows the author steps back, for good. */
export function ConflictDialog({
  sheetId,
  onDone,
  onClose,
}: {
  sheetId: Id;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const declare = useDeclareConflict(sheetId);
  const short = reason.trim().length < LEAST_CHARS;
  return (
    <Dialog title={t('desk.conflict.title')} onClose={onClose}>
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!short) declare.mutate(reason, { onSuccess: onDone });
        }}
      >
        <p>{t('desk.conflict.about')}</p>
        <Textarea
          label={t('desk.conflict.reason')}
          rows={2}
          maxLength={REASON_CHARS}
          value={reason}
          error={asked && short ? t('desk.conflict.short') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {declare.isError ? <ErrorNote error={declare.error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t('desk.cancel')}
          </Button>
          <Button type="submit" color="coral" loading={declare.isPending}>
            {t('desk.conflict.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
