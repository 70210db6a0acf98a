import { Info } from 'lucide-react';
import type { RankingDivision } from '@contract/decision.ts';
import { useLanguage } from '@i18n/use-language.tsx';

/** Which number decides, and why it is not the other. */
export function ScoringLine({ decides, reason }: Pick<RankingDivision, 'decides' | 'reason'>) {
  const { t } = useLanguage();
  return (
    <p className="scoring-line">
      <Info size={20} aria-hidden="true" />
      <span>
        {t(`decision.decides.${decides}`)} {reason === null ? null : t(`decision.reason.${reason}`)}
      </span>
    </p>
  );
}
