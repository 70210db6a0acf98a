import { useLanguage } from '@i18n/use-language.tsx';

/** The gap above or below a card, in words. */
export function useGapName() {
  const { t } = useLanguage();
  return (before: number | undefined, after: number | undefined) => {
    if (before === undefined) return t('games.timeline.gap.first', { after: String(after) });
    if (after === undefined) return t('games.timeline.gap.last', { before: String(before) });
    return t('games.timeline.gap.between', { before: String(before), after: String(after) });
  };
}
