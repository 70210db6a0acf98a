import type { SheetSummary } from '@contract/judging.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { countDone } from './sheet-list.ts';

/** "12/19 phiếu đã nộp" with its bar. */
export function SheetProgress({ sheets }: { sheets: readonly SheetSummary[] }) {
  const { t } = useLanguage();
  const done = countDone(sheets);
  return (
    <div className="sheet-progress">
      <span id="sheet-progress-words">{t('judging.progress', { done, count: sheets.length })}</span>
      <progress aria-labelledby="sheet-progress-words" value={done} max={sheets.length} />
    </div>
  );
}
