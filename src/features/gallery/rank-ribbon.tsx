import { Award } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';

const LAST_NAMED_RANK = 3;

/** The first three ranks, modestly; the pictures are what people come for. */
export function RankRibbon({ rank }: { rank: number | null }) {
  const { t } = useLanguage();
  if (rank === null || rank > LAST_NAMED_RANK) return null;
  return (
    <span className="gallery-rank">
      <Award size={18} aria-hidden="true" />
      {t('gallery.rank', { rank })}
    </span>
  );
}
