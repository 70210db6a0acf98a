import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { usePublish } from '../organiser-queries.ts';
import { useFreeze, useReopen } from './decision-queries.ts';

export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const freeze = useFreeze();
  return (
    <ConfirmDialog
      title={t('decision.freeze.title')}
      confirm={t('decision.freeze')}
      busy={freeze.isPending}
      error={freeze.error}
      onConfirm={() => freeze.mutate(null, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('decision.freeze.text')}</p>
    </ConfirmDialog>
  );
}

export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const publish = usePublish();
  return (
    <ConfirmDialog
      title={t('decision.publish.title')}
      confirm={t('decision.publish.confirm')}
      busy={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('decision.publish.text')}</p>
    </ConfirmDialog>
  );
}

const LEAST_REASON = 3;

export function ReopenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const reopen = useReopen();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <ConfirmDialog
      title={t('decision.reopen.title')}
      confirm={t('decision.reopen')}
      busy={reopen.isPending}
      error={reopen.error}
      onConfirm={() => {
        if (said.length >= LEAST_REASON) reopen.mutate(said, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <p>{t('decision.reopen.text')}</p>
      <Textarea
        label={t('decision.reopen.reason')}
        value={reason}
        required
        maxLength={500}
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
