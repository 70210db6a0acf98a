import { Link, useParams } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { useRun } from './assignment-queries.ts';
import { ReportView } from './report-view.tsx';
import '../organiser.css';
import '../set-up.css';
import './assignment.css';

/** The report of one run, as it was confirmed. */
export function RunPage() {
  const { t, f } = useLanguage();
  const { runId = '' } = useParams();
  const run = useRun(runId);
  const { data } = run;
  return (
    <OrganiserShell
      title={t('assignment.run')}
      lead={
        data
          ? t('assignment.run.lead', { when: f.dateTime(data.at), name: data.actorName })
          : undefined
      }
      action={<Link to="/ban-to-chuc/phan-cong">{t('assignment.run.back')}</Link>}
    >
      {run.isPending ? <Loading /> : null}
      {run.isError ? <ErrorNote error={run.error} onRetry={() => void run.refetch()} /> : null}
      {data ? (
        <section aria-labelledby="report-title">
          <h2 id="report-title">{t('assignment.report')}</h2>
          <ReportView report={data.report} />
        </section>
      ) : null}
    </OrganiserShell>
  );
}
