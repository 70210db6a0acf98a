import { useQuery } from '@tanstack/react-query';
import { type ContestantRow, listQuizResults } from '@contract/quiz.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { useRules } from '../rules/rules-queries.ts';

function useColumns(): readonly Column<ContestantRow>[] {
  const { t, f } = useLanguage();
  return [
    { key: 'rank', label: t('organiser.quiz.rank'), numeric: true, show: ({ rank }) => rank },
    {
      key: 'name',
      label: t('organiser.quiz.pupil'),
      heading: true,
      show: ({ fullName, className }) => t('organiser.quiz.named', { fullName, className }),
    },
    { key: 'school', label: t('organiser.quiz.school'), show: ({ schoolName }) => schoolName },
    {
      key: 'points',
      label: t('organiser.quiz.points'),
      numeric: true,
      show: ({ points }) => f.integer(points),
    },
    {
      key: 'answered',
      label: t('organiser.quiz.answered'),
      numeric: true,
      show: ({ answered, of }) => t('organiser.quiz.answeredOf', { answered, of }),
    },
    {
      key: 'time',
      label: t('organiser.quiz.minutes'),
      numeric: true,
      show: ({ thinkingMs }) => f.mean(thinkingMs / 60_000),
    },
    {
      key: 'state',
      label: t('organiser.quiz.state'),
      show: ({ state, intact }) =>
        intact ? t(`organiser.quiz.state.${state}`) : t('organiser.quiz.changed'),
    },
  ];
}

/** The quiz round as it stands: per division in order of points. */
export function QuizResultsPage() {
  const { t } = useLanguage();
  const columns = useColumns();
  const rules = useRules();
  const results = useQuery({
    queryKey: ['organiser', 'quiz'],
    queryFn: ({ signal }) => call(listQuizResults, { signal }),
    refetchInterval: 30_000,
  });
  const names = new Map(rules.data?.settings.divisions.map(({ id, name }) => [id, name]));
  const rows = results.data?.rows ?? [];
  const divisions = [...new Set(rows.map(({ divisionId }) => divisionId))];
  return (
    <OrganiserShell title={t('organiser.quiz.title')} lead={t('organiser.quiz.lead')}>
      {results.isPending ? <Loading /> : null}
      {results.isError ? (
        <ErrorNote error={results.error} onRetry={() => void results.refetch()} />
      ) : null}
      {results.data && rows.length === 0 ? (
        <EmptyState
          title={t(`organiser.quiz.empty.${results.data.phase}`)}
          text={t('organiser.quiz.emptyAbout')}
          action={<ButtonLink to="/ban-to-chuc/the-le">{t('organiser.quiz.toRules')}</ButtonLink>}
        />
      ) : null}
      {divisions.map((division) => (
        <DataTable
          key={division}
          caption={names.get(division) ?? t('organiser.quiz.everybody')}
          columns={columns}
          rows={rows.filter(({ divisionId }) => divisionId === division)}
          rowKey={({ rank, fullName, className, schoolName }) =>
            [rank, fullName, className, schoolName].join(' ')
          }
        />
      ))}
    </OrganiserShell>
  );
}
