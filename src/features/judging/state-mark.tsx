import { CircleCheck, CircleDashed, PencilLine } from 'lucide-react';
import type { SheetState } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';

const ICONS = { assigned: CircleDashed, started: PencilLine, submitted: CircleCheck } as const;

/** Icon and word for how far a sheet is. */
export function StateMark({ state }: { state: SheetState }) {
  const { t } = useLanguage();
  const Icon = ICONS[state];
  return (
    <span className="sheet-state" data-state={state}>
      <Icon size={18} aria-hidden="true" />
      {t(`judging.state.${state}`)}
    </span>
  );
}
