import { CircleCheck } from 'lucide-react';
import { useLocation } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';

/** Travels with the step to the next entry, or back to the list after the last. */
export type HandedIn = { readonly code: string; readonly total: number };

/** Of the entry that the judge has just stepped back from. */
export type SteppedBack = { readonly code: string };

export function HandedInNote() {
  const { t } = useLanguage();
  const state = useLocation().state as {
    handedIn?: HandedIn;
    steppedBack?: SteppedBack;
  } | null;
  return (
    <p className="desk-note" role="status">
      {state?.handedIn ? (
        <>
          <CircleCheck size={18} aria-hidden="true" />
          {t('judging.handedIn', state.handedIn)}
        </>
      ) : null}
      {state?.steppedBack ? (
        <>
          <CircleCheck size={18} aria-hidden="true" />
          {t('desk.conflict.done', state.steppedBack)}
        </>
      ) : null}
    </p>
  );
}
