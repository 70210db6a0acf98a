import { ActionIcon, Button } from '@mantine/core';
import { Pencil, Signature } from 'lucide-react';
import type { PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { DataTable } from '@ui/data-table.tsx';
import { CardCell, ConsentCell, WorkCell } from './pupil-cells.tsx';

export function PupilTable({
  classId,
  caption,
  rows,
  onEdit,
  onConsents,
}: {
  classId: string;
  caption: string;
  rows: readonly PupilRow[];
  onEdit: (pupilId: string) => void;
  onConsents: (pupilId: string) => void;
}) {
  const { t, f } = useLanguage();
  return (
    <div className="pupil-table">
      <DataTable
        caption={caption}
        rowKey={(pupil) => pupil.id}
        rows={rows}
        columns={[
          {
            key: 'name',
            label: t('classroom.table.name'),
            heading: true,
            show: (pupil) => pupil.fullName,
          },
          {
            key: 'birth',
            label: t('classroom.table.birthDate'),
            numeric: true,
            show: (pupil) => f.isoDay(pupil.birthDate),
          },
          {
            key: 'work',
            label: t('classroom.table.work'),
            show: (pupil) => <WorkCell pupil={pupil} />,
          },
          {
            key: 'consent',
            label: t('classroom.table.consent'),
            show: (pupil) => <ConsentCell pupil={pupil} />,
          },
          {
            key: 'card',
            label: t('classroom.table.card'),
            show: (pupil) => <CardCell classId={classId} pupil={pupil} />,
          },
          {
            key: 'actions',
            label: t('classroom.table.actions'),
            show: (pupil) => (
              <span className="row-actions">
                <Button
                  variant="default"
                  leftSection={<Signature size={18} aria-hidden="true" />}
                  aria-label={t('classroom.table.recordFor', { name: pupil.fullName })}
                  onClick={() => onConsents(pupil.id)}
                >
                  {t('classroom.table.record')}
                </Button>
                <ActionIcon
                  variant="subtle"
                  size={44}
                  title={t('classroom.table.edit')}
                  aria-label={t('classroom.table.editFor', { name: pupil.fullName })}
                  onClick={() => onEdit(pupil.id)}
                >
                  <Pencil size={20} aria-hidden="true" />
                </ActionIcon>
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
