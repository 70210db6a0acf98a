import { useEffect, useRef } from 'react';
import type { ReferenceView } from '@contract/calibration.ts';
import { nearnessOf } from '@domain/judging/calibration.ts';
import { type Points, totalPoints } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';

/** The judge's points beside the organiser's, in kind words. */
export function ComparisonPanel({
  reference,
  own,
  organiser,
  nextId,
  fresh,
  inert,
}: {
  reference: ReferenceView;
  own: Points;
  organiser: NonNullable<ReferenceView['organiser']>;
  /** The next one to score; null when all are. */
  nextId: string | null;
  /** It was scored just now: reading begins here. */
  fresh: boolean;
  inert: boolean;
}) {
  const { t } = useLanguage();
  const { criteria } = reference;
  const lineOf = new Map(organiser.lines.map((line) => [line.criterionId, line]));
  const max = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const theirs = organiser.lines.reduce((sum, { points }) => sum + points, 0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh]);
  return (
    <section className="rubric" aria-label={t('desk.calibration.compare')} inert={inert}>
      <div className="rubric-scroll">
        <h2 ref={heading} tabIndex={-1}>
          {t('desk.calibration.compare')}
        </h2>
        <p className="criterion-about">{t('desk.calibration.kind')}</p>
        <ol className="comparison">
          {criteria.map(({ id, name, maxPoints }) => {
            const given = own[id] ?? 0;
            const line = lineOf.get(id);
            const points = line?.points ?? 0;
            const nearness = nearnessOf(given, points, maxPoints);
            return (
              <li key={id} data-near={nearness}>
                <h3>{name}</h3>
                <dl>
                  <div>
                    <dt>{t('desk.calibration.own')}</dt>
                    <dd>{t('judging.total.of', { total: given, max: maxPoints })}</dd>
                  </div>
                  <div>
                    <dt>{t('desk.calibration.organiser')}</dt>
                    <dd>{t('judging.total.of', { total: points, max: maxPoints })}</dd>
                  </div>
                </dl>
                <p className="comparison-word">
                  {t(`desk.calibration.near.${nearness}`, { by: Math.abs(given - points) })}
                </p>
                {line === undefined || line.comment === '' ? null : <p>{line.comment}</p>}
              </li>
            );
          })}
        </ol>
        {organiser.comment === '' ? null : (
          <>
            <h3>{t('desk.calibration.comment')}</h3>
            <p className="rubric-note">{organiser.comment}</p>
          </>
        )}
      </div>
      <div className="rubric-foot">
        <div className="rubric-total">
          <p>
            <span>{t('desk.calibration.own')}</span>
            <output>{t('judging.total.of', { total: totalPoints(own), max })}</output>
          </p>
          <p>
            <span>{t('desk.calibration.organiser')}</span>
            <output>{t('judging.total.of', { total: theirs, max })}</output>
          </p>
        </div>
        {nextId === null ? (
          <ButtonLink to="/cham">{t('desk.calibration.toSheets')}</ButtonLink>
        ) : (
          <ButtonLink to={`/cham/cham-thu/${nextId}`}>{t('desk.calibration.goOn')}</ButtonLink>
        )}
      </div>
    </section>
  );
}
