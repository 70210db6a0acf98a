import { useParams } from 'react-router';
import type { ClassView, PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { useClass } from './class-queries.ts';
import { ConsentSlip } from './consent-slip.tsx';
import { filtered } from './pupil-filter.ts';
import { PrintPreview, usePrintChoice } from './print-preview.tsx';

const MISSING = 'con-thieu';
const BLANK = 'trong';

export function SlipsPage() {
  const { classId = '' } = useParams();
  const view = useClass(classId);
  if (view.isPending) return <Loading />;
  if (view.isError) {
    return (
      <main id="main" className="print-preview">
        <ErrorNote error={view.error} onRetry={() => void view.refetch()} />
      </main>
    );
  }
  return <Slips view={view.data} />;
}

function wantedPupils(pupils: readonly PupilRow[], chosen: string): readonly (PupilRow | null)[] {
  if (chosen === BLANK) return [null];
  if (chosen === MISSING) return filtered(pupils, 'consent-missing');
  return chosen === '' ? pupils : pupils.filter((pupil) => pupil.id === chosen);
}

function Slips({ view }: { view: ClassView }) {
  const { t } = useLanguage();
  const chosen = usePrintChoice();
  const wanted = wantedPupils(view.pupils, chosen);
  return (
    <PrintPreview
      title={t('classroom.slips.title', { name: view.name })}
      lead={t('classroom.slips.lead')}
      back={`/lop/${view.id}`}
      choices={[
        { value: '', label: t('classroom.slips.all', { count: view.pupils.length }) },
        {
          value: MISSING,
          label: t('classroom.slips.missing', {
            count: filtered(view.pupils, 'consent-missing').length,
          }),
        },
        { value: BLANK, label: t('classroom.slips.blank') },
        ...view.pupils.map(({ id, fullName }) => ({ value: id, label: fullName })),
      ]}
    >
      {wanted.length === 0 ? <p className="print-nothing">{t('classroom.print.nobody')}</p> : null}
      {wanted.map((pupil) => (
        <ConsentSlip key={pupil?.id ?? BLANK} view={view} pupil={pupil} />
      ))}
    </PrintPreview>
  );
}
