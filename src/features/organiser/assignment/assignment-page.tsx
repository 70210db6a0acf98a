import { Link, Navigate } from 'react-router';
import type { AssignmentOverview } from '@contract/assignment.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { useAssignment } from './assignment-queries.ts';
import { JudgesTable } from './judges-table.tsx';
import { PlanPanel } from './plan-panel.tsx';
import '../organiser.css';
import '../set-up.css';
import '../rules/rules.css';
import './assignment.css';

type Run = AssignmentOverview['runs'][number];

function Runs({ runs }: { runs: readonly Run[] }) {
  const { t, f } = useLanguage();
  const columns: Column<Run>[] = [
    {
      key: 'run',
      label: t('assignment.run'),
      heading: true,
      show: ({ id, position }) => (
        <Link className="run-link" to={`/ban-to-chuc/phan-cong/${id}`}>
          {t('assignment.runOf', { position })}
        </Link>
      ),
    },
    { key: 'at', label: t('assignment.run.at'), show: ({ at }) => f.dateTime(at) },
    { key: 'by', label: t('assignment.run.by'), show: ({ actorName }) => actorName },
    {
      key: 'added',
      label: t('assignment.report.added'),
      numeric: true,
      show: ({ added }) => f.integer(added),
    },
    {
      key: 'removed',
      label: t('assignment.report.removed'),
      numeric: true,
      show: ({ removed }) => f.integer(removed),
    },
    {
      key: 'seed',
      label: t('assignment.report.seed'),
      numeric: true,
      show: ({ seed }) => String(seed),
    },
  ];
  return (
    <section aria-labelledby="runs-title">
      <h2 id="runs-title">{t('assignment.runs')}</h2>
      {runs.length === 0 ? (
        <p>{t('assignment.runs.none')}</p>
      ) : (
        <DataTable
          caption={t('assignment.runs')}
          columns={columns}
          rows={runs}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  );
}

/** Who judges what: ties first, then a preview, then a confirmed run whose report stays. */
export function AssignmentPage() {
  const { t } = useLanguage();
  const assignment = useAssignment();
  const { data, error } = assignment;
  if (error instanceof Refusal && error.code === 'edition.missing') {
    return <Navigate to="/ban-to-chuc/thiet-lap" replace />;
  }
  return (
    <OrganiserShell title={t('assignment.title')} lead={t('assignment.lead')}>
      {assignment.isPending ? <Loading /> : null}
      {assignment.isError ? (
        <ErrorNote error={error} onRetry={() => void assignment.refetch()} />
      ) : null}
      {data ? (
        <>
          <PlanPanel overview={data} />
          <JudgesTable overview={data} />
          <Runs runs={data.runs} />
        </>
      ) : null}
    </OrganiserShell>
  );
}
