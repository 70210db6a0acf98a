import { Button } from '@mantine/core';
import { Check, CircleAlert, CloudUpload, WifiOff } from 'lucide-react';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { useErrorText } from '@ui/use-error-text.ts';
import type { OpenSheet, SaveState } from './sheet-work.ts';

function QuietLine({ save }: { save: SaveState }) {
  const { t, f } = useLanguage();
  if (save.kind === 'saved') {
    if (save.at === null) return null;
    return (
      <>
        <Check size={18} aria-hidden="true" />
        {t('judging.save.saved', { time: f.time(save.at) })}
      </>
    );
  }
  return (
    <>
      <CloudUpload size={18} aria-hidden="true" />
      {t('judging.save.saving')}
    </>
  );
}

function FailedActions({ error, work }: { error: unknown; work: OpenSheet }) {
  const { t } = useLanguage();
  if (error instanceof Refusal && error.code === 'judging.closed') return null;
  if (error instanceof Refusal && error.code === 'session.missing') {
    return <ButtonLink to="/dang-nhap">{t('judging.save.signIn')}</ButtonLink>;
  }
  return (
    <Button variant="default" onClick={work.sendNow}>
      {t('common.tryAgain')}
    </Button>
  );
}

/** How safe the sheet is: quiet while all goes well, plain and with a next step when not. */
export function SaveLine({ save, work }: { save: SaveState; work: OpenSheet }) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  if (save.kind === 'offline') {
    return (
      <div className="save-trouble" role="alert">
        <WifiOff aria-hidden="true" />
        <p>{t('judging.save.offline')}</p>
        <Button variant="default" onClick={work.sendNow}>
          {t('judging.save.sendNow')}
        </Button>
      </div>
    );
  }
  if (save.kind === 'conflict') {
    return (
      <div className="save-trouble" role="alert">
        <CircleAlert aria-hidden="true" />
        <p>{t('judging.save.conflict')}</p>
        <Button onClick={work.takeTheirs}>{t('judging.save.takeTheirs')}</Button>
        <Button variant="default" onClick={work.keepMine}>
          {t('judging.save.keepMine')}
        </Button>
      </div>
    );
  }
  if (save.kind === 'failed') {
    return (
      <div className="save-trouble" role="alert">
        <CircleAlert aria-hidden="true" />
        <p>
          {errorText(save.error)} {t('judging.save.kept')}
        </p>
        <FailedActions error={save.error} work={work} />
      </div>
    );
  }
  return (
    <p className="save-line" data-kind={save.kind}>
      <QuietLine save={save} />
    </p>
  );
}
