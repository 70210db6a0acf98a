import { Button } from '@mantine/core';
import { MicOff } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import type { MicTrouble } from './microphone.ts';

/** Why the microphone cannot be used, and that writing counts just the same. */
export function MicNote({ trouble, onWrite }: { trouble: MicTrouble; onWrite: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="telling-mic-note" role="alert">
      <MicOff aria-hidden="true" />
      <p>{t(`telling.mic.${trouble}`)}</p>
      <div>
        {trouble === 'lost' ? null : <Button onClick={onWrite}>{t('telling.mic.write')}</Button>}
        {trouble === 'insecure' ? (
          <ButtonLink to="/tin-cay" variant="default">
            {t('telling.mic.secure')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
