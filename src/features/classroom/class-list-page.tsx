import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '@contract/route.ts';
import type { listClasses } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { useClasses } from './class-queries.ts';
import { CreateClassDialog } from './create-class-dialog.tsx';
import { TeacherShell } from './teacher-shell.tsx';

type ClassSummary = AnswerOf<typeof listClasses>['classes'][number];

export function ClassListPage() {
  const { t } = useLanguage();
  const classes = useClasses();
  const [creating, setCreating] = useState(false);
  const create = (
    <Button leftSection={<Plus size={20} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('classroom.list.create')}
    </Button>
  );
  const none = classes.data?.classes.length === 0;
  return (
    <TeacherShell
      title={t('classroom.list.title')}
      {...(classes.data ? { lead: classes.data.schoolName } : {})}
      action={none ? null : create}
    >
      {classes.isPending ? <Loading /> : null}
      {classes.isError ? (
        <ErrorNote error={classes.error} onRetry={() => void classes.refetch()} />
      ) : null}
      {none ? (
        <EmptyState
          title={t('classroom.list.emptyTitle')}
          text={t('classroom.list.emptyText')}
          action={create}
        />
      ) : null}
      <ul className="class-list">
        {classes.data?.classes.map((summary) => (
          <li key={summary.id}>
            <ClassCard summary={summary} />
          </li>
        ))}
      </ul>
      {creating ? <CreateClassDialog onClose={() => setCreating(false)} /> : null}
    </TeacherShell>
  );
}

function ClassCard({ summary }: { summary: ClassSummary }) {
  const { t } = useLanguage();
  const { id, name, code, pupilCount, submittedCount } = summary;
  const share = pupilCount === 0 ? 0 : submittedCount / pupilCount;
  return (
    <Link to={`/lop/${id}`} className="class-card">
      <span className="class-card-name">{t('classroom.className', { name })}</span>
      <span className="class-card-facts">
        {t('classroom.list.facts', { count: pupilCount, code })}
      </span>
      <span className="class-card-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span>{t('classroom.list.submitted', { submitted: submittedCount, count: pupilCount })}</span>
    </Link>
  );
}
