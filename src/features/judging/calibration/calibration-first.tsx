import { Ruler } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { useCalibration } from './calibration-queries.ts';

/** In place of the list, while reference entries come first. */
export function CalibrationFirst({ waiting }: { waiting: number }) {
  const { t } = useLanguage();
  const { data } = useCalibration();
  if (data === undefined) return null;
  const left = data.references.filter(({ total }) => total === null);
  const next = left[0];
  return (
    <section className="calibration-first" aria-labelledby="calibration-first">
      <Ruler size={40} aria-hidden="true" />
      <h2 id="calibration-first">{t('desk.calibration')}</h2>
      <p>
        {next === undefined
          ? t('desk.calibration.preparing')
          : t('desk.calibration.first', { count: left.length, waiting })}
      </p>
      {next === undefined ? null : (
        <ButtonLink to={`/cham/cham-thu/${next.id}`}>
          {t(
            left.length === data.references.length
              ? 'desk.calibration.start'
              : 'desk.calibration.goOn',
          )}
        </ButtonLink>
      )}
    </section>
  );
}
