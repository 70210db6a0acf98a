import { Columns2 } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { usePairs } from './pairs-queries.ts';
import './pairs.css';

/** On the judge's first page: pairs of the final that wait for a choice. */
export function PairsNote() {
  const { t } = useLanguage();
  const { data } = usePairs();
  const left = data?.pairs.filter(({ chosen }) => chosen === null).length ?? 0;
  if (!data?.open || data.pairs.length === 0) return null;
  return (
    <div className="pairs-note" role="status">
      <Columns2 aria-hidden="true" />
      <p>{left > 0 ? t('pairs.note', { left }) : t('pairs.done.title')}</p>
      <ButtonLink to="/cham/so-cap" variant={left > 0 ? 'filled' : 'default'}>
        {t(left > 0 ? 'pairs.open' : 'pairs.again')}
      </ButtonLink>
    </div>
  );
}
