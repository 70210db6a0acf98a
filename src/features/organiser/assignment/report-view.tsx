import type { ReactNode } from 'react';
import type { AssignmentReportView } from '@contract/assignment.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { PairTable } from './pair-table.tsx';
import { UnmetList } from './unmet-list.tsx';

/** So many lines are read at a glance. */
const FEW = 12;

type Load = AssignmentReportView['loads'][number];
type Division = AssignmentReportView['divisions'][number];
type Change = { readonly key: string; readonly code: string; readonly text: string };

function Numbers({ report }: { report: AssignmentReportView }) {
  const { t, f } = useLanguage();
  const numbers = [
    { key: 'entries', value: f.integer(report.entries) },
    { key: 'added', value: f.integer(report.added) },
    { key: 'removed', value: f.integer(report.removed) },
    { key: 'takenOut', value: f.integer(report.takenOut.length) },
    { key: 'anchors', value: f.integer(report.anchors.length) },
    { key: 'seed', value: String(report.seed) },
  ] as const;
  return (
    <dl className="numbers">
      {numbers.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`assignment.report.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Loads({ report }: { report: AssignmentReportView }) {
  const { t, f } = useLanguage();
  const columns: Column<Load>[] = [
    {
      key: 'name',
      label: t('assignment.judge'),
      heading: true,
      show: ({ judgeId }) => report.judgeNames[judgeId] ?? '–',
    },
    {
      key: 'before',
      label: t('assignment.loads.before'),
      numeric: true,
      show: ({ before }) => f.integer(before),
    },
    {
      key: 'load',
      label: t('assignment.loads.after'),
      numeric: true,
      show: ({ load }) => f.integer(load),
    },
    {
      key: 'capacity',
      label: t('assignment.capacity'),
      numeric: true,
      show: ({ capacity }) =>
        capacity === null ? t('assignment.capacity.none') : f.integer(capacity),
    },
    {
      key: 'barred',
      label: t('assignment.barred'),
      numeric: true,
      show: ({ barred }) => f.integer(barred),
    },
  ];
  return (
    <DataTable
      caption={t('assignment.loads')}
      columns={columns}
      rows={report.loads}
      rowKey={({ judgeId }) => judgeId}
    />
  );
}

function Divisions({ report }: { report: AssignmentReportView }) {
  const { t, f } = useLanguage();
  const number = (key: 'entries' | 'judges' | 'seats', label: string): Column<Division> => ({
    key,
    label,
    numeric: true,
    show: (division) => f.integer(division[key]),
  });
  const columns: Column<Division>[] = [
    {
      key: 'name',
      label: t('assignment.division'),
      heading: true,
      show: ({ name }) => name || t('assignment.allEntries'),
    },
    number('entries', t('assignment.report.entries')),
    number('judges', t('assignment.judges')),
    number('seats', t('assignment.seats')),
    {
      key: 'components',
      label: t('assignment.components'),
      show: ({ components }) =>
        components <= 1
          ? t('assignment.components.one')
          : t('assignment.components.apart', { components }),
    },
    {
      key: 'links',
      label: t('assignment.links'),
      show: ({ links }) =>
        links.length === 0
          ? '–'
          : links
              .map(({ entryId, judgeId }) =>
                t('assignment.seat', {
                  code: report.blindCodes[entryId] ?? '–',
                  name: report.judgeNames[judgeId] ?? '–',
                }),
              )
              .join('; '),
    },
  ];
  return (
    <DataTable
      caption={t('assignment.divisions')}
      columns={columns}
      rows={report.divisions}
      rowKey={({ divisionId }) => divisionId}
    />
  );
}

/** Seat by seat what a repair changes, entry by entry. */
function Changes({ report }: { report: AssignmentReportView }) {
  const { t } = useLanguage();
  const seats = [
    ...report.takenOut.map(({ entryId, judgeId, begun }) => ({
      entryId,
      judgeId,
      what: begun ? ('outBegun' as const) : ('out' as const),
    })),
    ...report.changes.map(({ entryId, judgeId, change }) => ({ entryId, judgeId, what: change })),
  ];
  if (seats.length === 0) return null;
  const byEntry = new Map<string, string[]>();
  for (const { entryId, judgeId, what } of seats) {
    const name = report.judgeNames[judgeId] ?? '–';
    const line = t(`assignment.change.${what}`, { name });
    byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), line]);
  }
  const rows: Change[] = [...byEntry].map(([key, lines]) => ({
    key,
    code: report.blindCodes[key] ?? '–',
    text: lines.join('; '),
  }));
  const columns: Column<Change>[] = [
    {
      key: 'code',
      label: t('assignment.entry'),
      heading: true,
      show: ({ code }) => <code className="blind-code">{code}</code>,
    },
    { key: 'text', label: t('assignment.changes'), show: ({ text }) => text },
  ];
  return (
    <Part title={t('assignment.changesOf', { count: rows.length })} open={rows.length <= FEW}>
      <p className="field-note">{t('assignment.changes.about')}</p>
      <DataTable
        caption={t('assignment.changes')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </Part>
  );
}

/** Folds away; a report is long on a phone. */
function Part({
  title,
  open = true,
  children,
}: {
  title: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="report-part" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

/** A run of assigning to read: what it could not do first, then the tables behind it. */
export function ReportView({ report }: { report: AssignmentReportView }) {
  const { t } = useLanguage();
  const codes = report.anchors.map((entryId) => report.blindCodes[entryId] ?? '–');
  return (
    <div className="assignment-report">
      <Numbers report={report} />
      <UnmetList report={report} />
      <Changes report={report} />
      <Part title={t('assignment.loads')}>
        <Loads report={report} />
      </Part>
      <Part title={t('assignment.divisions')}>
        <p className="field-note">{t('assignment.divisions.about')}</p>
        <Divisions report={report} />
      </Part>
      <Part title={t('assignment.pairs')}>
        <PairTable report={report} />
      </Part>
      <h3>{t('assignment.anchors')}</h3>
      <p>
        {codes.length > 0
          ? t('assignment.anchors.codes', { codes: codes.join(', ') })
          : t(report.anchorsWanted > 0 ? 'assignment.anchors.small' : 'assignment.anchors.none', {
              wanted: report.anchorsWanted,
            })}
      </p>
    </div>
  );
}
