import { CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import { useStore } from 'zustand';
import { isEmptyTelling } from '@domain/story/telling.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import { useErrorText } from '@ui/use-error-text.ts';

/** Whether what was told is safe, and what was found again after a crash. */
export function SaveLine({
  keeper,
  numberOf,
}: {
  keeper: TellingKeeper;
  numberOf: (page: number) => number;
}) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  const { server, telling, recovered, keptHere } = useStore(keeper.state);
  const found = recovered.map(numberOf).filter((page) => page > 0);
  const line = () => {
    switch (server.kind) {
      case 'refused':
        return { Icon: CloudOff, text: errorText(server.refusal) };
      case 'away':
        return { Icon: CloudOff, text: t(keptHere ? 'telling.away' : 'telling.notKept') };
      case 'saving':
        return { Icon: CloudUpload, text: t('telling.saving') };
      case 'saved':
        return { Icon: CloudCheck, text: isEmptyTelling(telling) ? '' : t('telling.saved') };
    }
  };
  const { Icon, text } = line();
  return (
    <div className="telling-save">
      <p role="status" data-kind={server.kind}>
        {text === '' ? null : <Icon size={20} aria-hidden="true" />}
        <span>{text}</span>
      </p>
      {found.length > 0 ? (
        <p role="status">{t('telling.recovered', { pages: [...new Set(found)].join(', ') })}</p>
      ) : null}
    </div>
  );
}
