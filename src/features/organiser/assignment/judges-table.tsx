import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AssignmentOverview, JudgeRow } from '@contract/assignment.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { JudgeDialog } from './judge-dialog.tsx';

/** Judges with what ties them to entries; each opens to be edited. */
export function JudgesTable({ overview }: { overview: AssignmentOverview }) {
  const { t, f } = useLanguage();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = overview.judges.find(({ judgeId }) => judgeId === openId);
  const columns: Column<JudgeRow>[] = [
    {
      key: 'name',
      label: t('assignment.judge'),
      heading: true,
      show: (judge) => (
        <span className="account-lines">
          {judge.fullName}
          <span className="account-line">
            {judge.active ? judge.email : t('assignment.judge.gone')}
          </span>
        </span>
      ),
    },
    {
      key: 'ties',
      label: t('assignment.ties'),
      show: (judge) => (
        <span className="tie-summary">
          {judge.ties.length === 0 ? t('assignment.ties.none') : null}
          {judge.ties.map(({ kind, subjectId, name }) => (
            <span key={`${kind} ${subjectId}`} className="tie-chip">
              {t(`assignment.tie.${kind}.short`, { name })}
            </span>
          ))}
          {judge.namesakes.length > 0 ? (
            <span className="tie-hint">{t('assignment.namesake.hint')}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'barred',
      label: t('assignment.barred'),
      numeric: true,
      show: ({ barred }) => f.integer(barred),
    },
    {
      key: 'sheets',
      label: t('assignment.sheets'),
      numeric: true,
      show: ({ sheets, capacity }) =>
        capacity === null
          ? f.integer(sheets)
          : t('assignment.sheetsOf', { sheets: f.integer(sheets), capacity: f.integer(capacity) }),
    },
    {
      key: 'edit',
      label: t('assignment.edit'),
      show: (judge) => (
        <Button
          variant="default"
          aria-label={t('assignment.editFor', { name: judge.fullName })}
          onClick={() => setOpenId(judge.judgeId)}
        >
          {t('assignment.edit.short')}
        </Button>
      ),
    },
  ];
  return (
    <section aria-labelledby="ties-title">
      <h2 id="ties-title">{t('assignment.ties.title')}</h2>
      <p>{t('assignment.ties.about')}</p>
      {overview.judges.length === 0 ? (
        <p>{t('assignment.judges.none')}</p>
      ) : (
        <DataTable
          caption={t('assignment.ties.title')}
          columns={columns}
          rows={overview.judges}
          rowKey={({ judgeId }) => judgeId}
        />
      )}
      {open ? (
        <JudgeDialog judge={open} editable={overview.open} onClose={() => setOpenId(null)} />
      ) : null}
    </section>
  );
}
