import { CircleCheck, CircleDashed } from 'lucide-react';
import { Link } from 'react-router';
import { readReferencePage, type CalibrationList } from '@contract/calibration.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { JudgeShell } from '../judge-shell.tsx';
import { useCalibration } from './calibration-queries.ts';
import '../sheets-page.css';

const WORDS_ARE_BESIDE = '';

function ReferenceCard({
  reference,
  place,
  count,
}: {
  reference: CalibrationList['references'][number];
  place: number;
  count: number;
}) {
  const { t } = useLanguage();
  const { id, title, total, near } = reference;
  const done = total !== null;
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <li>
      <Link
        className="sheet-card"
        to={`/cham/cham-thu/${id}`}
        data-state={done ? 'submitted' : 'assigned'}
      >
        <span className="sheet-card-picture">
          <img
            src={addressOf(readReferencePage, { referenceId: id, page: '1' })}
            alt={WORDS_ARE_BESIDE}
            width={1600}
            height={1200}
            loading="lazy"
          />
        </span>
        <span className="sheet-card-words">
          <span className="sheet-card-place">{t('desk.calibration.place', { place, count })}</span>
          <span className="sheet-card-title">{title}</span>
          <span className="sheet-card-foot">
            <span className="sheet-state" data-state={done ? 'submitted' : 'assigned'}>
              <Icon size={18} aria-hidden="true" />
              {done
                ? t('desk.calibration.done', { total, near: near ?? 0 })
                : t('desk.calibration.todo')}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}

/** The reference entries, before the real sheets and to look at again later. */
export function CalibrationPage() {
  const { t } = useLanguage();
  const calibration = useCalibration();
  const { data } = calibration;
  const references = data?.references ?? [];
  const next = references.find(({ total }) => total === null);
  return (
    <JudgeShell
      title={t('desk.calibration.title')}
      lead={t('desk.calibration.lead')}
      action={
        next !== undefined ? (
          <ButtonLink to={`/cham/cham-thu/${next.id}`}>{t('desk.calibration.goOn')}</ButtonLink>
        ) : references.length > 0 ? (
          <ButtonLink to="/cham">{t('desk.calibration.toSheets')}</ButtonLink>
        ) : undefined
      }
    >
      {calibration.isPending ? <Loading /> : null}
      {calibration.isError ? (
        <ErrorNote error={calibration.error} onRetry={() => void calibration.refetch()} />
      ) : null}
      {data?.finished ? (
        <p className="sheet-banner" data-kind="done">
          <CircleCheck aria-hidden="true" />
          {t('desk.calibration.finished')}
        </p>
      ) : null}
      {data !== undefined && references.length === 0 ? (
        <EmptyState
          title={t('desk.calibration.none')}
          text={t(data.required ? 'desk.calibration.preparing' : 'desk.calibration.noneText')}
        />
      ) : null}
      <ol className="sheet-cards">
        {references.map((reference, index) => (
          <ReferenceCard
            key={reference.id}
            reference={reference}
            place={index + 1}
            count={references.length}
          />
        ))}
      </ol>
    </JudgeShell>
  );
}
