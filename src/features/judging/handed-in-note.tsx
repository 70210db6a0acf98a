import { CircleCheck } from 'lucide-react';
import { useLocation } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';

/** Travels with the step to the next entry, or back to the list after the last. */
export type HandedIn = { readonly code: string; readonly total: number };

export function HandedInNote() {
  const { t } = useLanguage();
  const state = useLocation().state as { handedIn?: HandedIn } | null;
  return (
    <p className="desk-note" role="status">
      {state?.handedIn ? (
        <>
          <CircleCheck size={18} aria-hidden="true" />
          {t('judging.handedIn', state.handedIn)}
        </>
      ) : null}
    </p>
  );
}
