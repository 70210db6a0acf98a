import { Button } from '@mantine/core';
import { FileText, IdCard, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { ClassView } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { AddPupilsDialog } from './add-pupils-dialog.tsx';
import { useClass } from './class-queries.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { EditPupilDialog } from './edit-pupil-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filtered, filterOf } from './pupil-filter.ts';
import { PupilTable } from './pupil-table.tsx';
import { TeacherShell } from './teacher-shell.tsx';

export function ClassPage() {
  const { t } = useLanguage();
  const { classId = '' } = useParams();
  const view = useClass(classId);
  if (view.isSuccess) return <LoadedClass key={classId} view={view.data} />;
  return (
    <TeacherShell title={t('classroom.list.title')}>
      {view.isPending ? <Loading /> : null}
      {view.isError ? <ErrorNote error={view.error} onRetry={() => void view.refetch()} /> : null}
    </TeacherShell>
  );
}

type Open = { readonly dialog: 'add' } | { readonly dialog: 'edit' | 'consents'; pupilId: string };

function LoadedClass({ view }: { view: ClassView }) {
  const { t } = useLanguage();
  const [params] = useSearchParams();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const filter = filterOf(params.get('loc'));
  const rows = filtered(view.pupils, filter);
  const chosen =
    open !== null && open.dialog !== 'add'
      ? view.pupils.find((pupil) => pupil.id === open.pupilId)
      : undefined;
  const add = (
    <Button
      leftSection={<UserPlus size={20} aria-hidden="true" />}
      onClick={() => setOpen({ dialog: 'add' })}
    >
      {t('classroom.add.action')}
    </Button>
  );

  return (
    <TeacherShell
      title={t('classroom.className', { name: view.name })}
      lead={t('classroom.class.lead', { school: view.schoolName, code: view.code })}
      action={view.pupils.length === 0 ? null : add}
    >
      {view.pupils.length === 0 ? (
        <EmptyState
          title={t('classroom.class.emptyTitle')}
          text={t('classroom.class.emptyText')}
          action={add}
        />
      ) : (
        <>
          <div className="class-tools">
            <FilterBar pupils={view.pupils} current={filter} />
            <div className="class-prints">
              <ButtonLink
                to="the"
                variant="default"
                leftSection={<IdCard size={20} aria-hidden="true" />}
              >
                {t('classroom.cards.action')}
              </ButtonLink>
              <ButtonLink
                to="phieu"
                variant="default"
                leftSection={<FileText size={20} aria-hidden="true" />}
              >
                {t('classroom.slips.action')}
              </ButtonLink>
            </div>
          </div>
          {rows.length === 0 ? (
            <p className="class-nobody">{t(`classroom.filter.${filter}.nobody`)}</p>
          ) : (
            <PupilTable
              classId={view.id}
              caption={t('classroom.table.caption', { name: view.name })}
              rows={rows}
              onEdit={(pupilId) => setOpen({ dialog: 'edit', pupilId })}
              onConsents={(pupilId) => setOpen({ dialog: 'consents', pupilId })}
            />
          )}
        </>
      )}
      {open?.dialog === 'add' ? <AddPupilsDialog classId={view.id} onClose={close} /> : null}
      {open?.dialog === 'edit' && chosen ? (
        <EditPupilDialog classId={view.id} pupil={chosen} onClose={close} />
      ) : null}
      {open?.dialog === 'consents' && chosen ? (
        <ConsentDialog classId={view.id} pupil={chosen} onClose={close} />
      ) : null}
    </TeacherShell>
  );
}
