import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Decision, DecisionRow } from '@contract/decision.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useChangePrize, useRestorePrize } from './decision-queries.ts';
import { DivisionChoice } from './division-choice.tsx';
import { ScoringLine } from './scoring-line.tsx';

type Division = Decision['divisions'][number];

function ChangeDialog({
  row,
  prizes,
  onClose,
}: {
  row: DecisionRow;
  prizes: Division['prizes'];
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const change = useChangePrize();
  const restore = useRestorePrize();
  const [prizeId, setPrizeId] = useState(row.prize ?? '');
  const [reason, setReason] = useState(row.reason ?? '');
  const error = change.error ?? restore.error;
  const save = () => {
    const given = { entryId: row.entryId, prizeId: prizeId || null, reason: reason.trim() };
    if (given.reason !== '') change.mutate(given, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('decision.change.title', { title: row.title })} onClose={onClose}>
      <form
        className="change-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <NativeSelect
          label={t('decision.change.prize')}
          value={prizeId}
          onChange={(event) => setPrizeId(event.currentTarget.value)}
          data={[
            { value: '', label: t('decision.change.noPrize') },
            ...prizes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Textarea
          label={t('decision.change.reason')}
          value={reason}
          required
          minLength={3}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error ? <ErrorNote error={error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {row.reason === null ? null : (
            <Button
              variant="default"
              loading={restore.isPending}
              onClick={() => restore.mutate(row.entryId, { onSuccess: onClose })}
            >
              {t('decision.change.restore')}
            </Button>
          )}
          <Button type="submit" loading={change.isPending}>
            {t('decision.change.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useColumns(
  { prizes }: Division,
  onChange: ((row: DecisionRow) => void) | null,
): Column<DecisionRow>[] {
  const { t, f } = useLanguage();
  const nameOf = (id: string | null) =>
    id === null
      ? t('decision.change.noPrize')
      : (prizes.find((prize) => prize.id === id)?.name ?? id);
  const columns: Column<DecisionRow>[] = [
    {
      key: 'rank',
      label: t('decision.column.rank'),
      numeric: true,
      show: ({ rank, prize }) => (
        <span className="rank" data-top={prize !== null || undefined}>
          {rank}
        </span>
      ),
    },
    {
      key: 'title',
      label: t('decision.column.title'),
      heading: true,
      show: (row) => row.title,
    },
    {
      key: 'authors',
      label: t('decision.column.authors'),
      show: (row) => (
        <span className="who">
          {row.authors.join(', ')}
          <small>{t('decision.classOf', { name: row.className, school: row.schoolName })}</small>
        </span>
      ),
    },
    {
      key: 'score',
      label: t('decision.column.score'),
      numeric: true,
      show: ({ score }) => f.mean(score),
    },
    {
      key: 'prize',
      label: t('decision.column.prize'),
      show: ({ prize, proposed, reason }) => (
        <span className="prize-cell">
          <strong>{nameOf(prize)}</strong>
          {reason === null ? null : (
            <small>{t('decision.changed', { from: nameOf(proposed), reason })}</small>
          )}
        </span>
      ),
    },
  ];
  if (onChange === null) return columns;
  return [
    ...columns,
    {
      key: 'change',
      label: t('decision.change'),
      show: (row) => (
        <Button
          variant="default"
          aria-label={`${t('decision.change')}: ${row.title}`}
          onClick={() => onChange(row)}
        >
          {t('decision.change')}
        </Button>
      ),
    },
  ];
}

function DivisionPrizes({ division, open }: { division: Division; open: boolean }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const [changed, setChanged] = useState<DecisionRow | null>(null);
  const columns = useColumns(division, open ? setChanged : null);
  const rows = division.rows.filter(
    ({ prize, reason }) => all || prize !== null || reason !== null,
  );
  return (
    <>
      <ScoringLine decides={division.decides} reason={division.reason} />
      <ul className="prize-counts">
        {division.prizes.map(({ id, name, count }) => (
          <li key={id}>
            {t('decision.prizes.count', {
              prize: name,
              given: division.rows.filter(({ prize }) => prize === id).length,
              count,
            })}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('decision.prizes.caption', { division: division.name })}
        columns={columns}
        rows={rows}
        rowKey={({ entryId }) => entryId}
      />
      <div className="decision-buttons">
        <Button variant="default" aria-pressed={all} onClick={() => setAll(!all)}>
          {t(all ? 'decision.prizes.some' : 'decision.prizes.all')}
        </Button>
      </div>
      {changed === null ? null : (
        <ChangeDialog row={changed} prizes={division.prizes} onClose={() => setChanged(null)} />
      )}
    </>
  );
}

/** Who gets what: as the rule proposes, or as the jury changed it with a reason. */
export function PrizesPart({ decision }: { decision: Decision }) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState<string | null>(null);
  const { divisions, state } = decision;
  const division = divisions.find(({ id }) => id === wanted) ?? divisions[0]!;
  return (
    <section className="decision-part" aria-labelledby="prizes-title">
      <h2 id="prizes-title">{t('decision.prizes.title')}</h2>
      <p>{t('decision.prizes.text')}</p>
      <DivisionChoice
        divisions={divisions}
        chosen={division.id}
        onChoose={setWanted}
        label={t('decision.prizes.title')}
      />
      <DivisionPrizes key={division.id} division={division} open={state === 'open'} />
    </section>
  );
}
