import { Navigate } from 'react-router';
import type { Overview } from '@contract/organiser.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { JudgesSection } from './judges-section.tsx';
import { unfinishedSheets } from './next-step.ts';
import { NextStepPanel } from './next-step-panel.tsx';
import { useOverview } from './organiser-queries.ts';
import { OrganiserShell } from './organiser-shell.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { SchoolsSection } from './schools-section.tsx';
import './organiser.css';

function Numbers({ overview }: { overview: Overview }) {
  const { t, f } = useLanguage();
  const { schools, entries, sheets } = overview;
  const active = schools.filter(({ submittedCount }) => submittedCount > 0).length;
  const pupils = schools.reduce((sum, { pupilCount }) => sum + pupilCount, 0);
  const of = (some: number, all: number) =>
    t('organiser.numbers.of', { some: f.integer(some), all: f.integer(all) });
  const numbers = [
    { key: 'entries', value: f.integer(entries.submitted) },
    { key: 'unassigned', value: f.integer(entries.unassigned) },
    { key: 'sheets', value: of(sheets.submitted, sheets.submitted + unfinishedSheets(overview)) },
    { key: 'schools', value: of(active, schools.length) },
    { key: 'pupils', value: f.integer(pupils) },
  ] as const;
  return (
    <dl className="numbers">
      {numbers.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`organiser.numbers.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the contest stands, and the one next thing to do. */
export function OverviewPage() {
  const { t } = useLanguage();
  const overview = useOverview();
  if (overview.error instanceof Refusal && overview.error.code === 'edition.missing') {
    return <Navigate to="/ban-to-chuc/thiet-lap" replace />;
  }
  const { data } = overview;
  return (
    <OrganiserShell
      title={data?.edition.name ?? t('organiser.place.overview')}
      lead={data?.edition.theme}
    >
      {overview.isPending ? <Loading /> : null}
      {overview.isError ? (
        <ErrorNote error={overview.error} onRetry={() => void overview.refetch()} />
      ) : null}
      {data ? (
        <>
          <PhaseStrip overview={data} />
          <NextStepPanel overview={data} />
          <Numbers overview={data} />
          <SchoolsSection schools={data.schools} />
          <JudgesSection judges={data.judges} />
        </>
      ) : null}
    </OrganiserShell>
  );
}
