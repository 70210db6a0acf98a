import { CircleCheck, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SheetView } from '@contract/judging.ts';
import { totalPoints } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { CommentShown } from './comment-field.tsx';
import './rubric-panel.css';

/** A sheet that can no longer change: handed in, or judging has closed. */
export function ReadOnlyPanel({
  sheet,
  nextId,
  note,
  inert,
}: {
  sheet: SheetView;
  nextId: string | null;
  note: ReactNode;
  inert: boolean;
}) {
  const { t, f } = useLanguage();
  const max = sheet.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return (
    <section className="rubric" aria-label={t('judging.rubric')} inert={inert}>
      <div className="rubric-scroll">
        {note}
        <h2>{t('judging.rubric')}</h2>
        {sheet.submittedAt === null ? (
          <p className="rubric-done" data-kind="closed">
            <Lock aria-hidden="true" /> {t('judging.closed')}
          </p>
        ) : (
          <p className="rubric-done">
            <CircleCheck aria-hidden="true" />
            {t('judging.submittedAt', {
              time: f.time(sheet.submittedAt),
              date: f.date(sheet.submittedAt),
            })}
          </p>
        )}
        <dl className="rubric-points">
          {sheet.criteria.map(({ id, name, maxPoints }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {t('judging.total.of', {
                  total: sheet.points[id] ?? t('judging.points.none'),
                  max: maxPoints,
                })}
              </dd>
            </div>
          ))}
        </dl>
        <CommentShown comment={sheet.comment} />
        {sheet.note === '' ? null : (
          <>
            <h3>{t('judging.note')}</h3>
            <p className="rubric-note">{sheet.note}</p>
          </>
        )}
      </div>
      <div className="rubric-foot">
        <div className="rubric-total">
          <p>
            <span>{t('judging.total')}</span>
            <output>{t('judging.total.of', { total: totalPoints(sheet.points), max })}</output>
          </p>
        </div>
        {nextId === null ? (
          <ButtonLink to="/cham" variant="default">
            {t('judging.toList')}
          </ButtonLink>
        ) : (
          <ButtonLink to={`/cham/${nextId}`}>{t('judging.goOn')}</ButtonLink>
        )}
      </div>
    </section>
  );
}
