import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TIE_KINDS, type TieKind } from '@domain/judging/assignment/ties.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { plainLetters } from '../school-filter.ts';
import { useAddTies, usePreviewTie, useTieSubjects } from './assignment-queries.ts';

const SHOWN = 6;

/** Records one tie: its kind, whom or what it names, and what that takes from the judge. */
export function TieForm({ judgeId }: { judgeId: Id }) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<TieKind>('school');
  const [search, setSearch] = useState('');
  const [subjectId, setSubjectId] = useState<Id | null>(null);
  const [note, setNote] = useState('');
  const subjects = useTieSubjects(kind);
  const add = useAddTies(judgeId);
  const tie = subjectId === null ? null : { kind, subjectId, note };
  const effect = usePreviewTie(judgeId, tie);
  const wanted = plainLetters(search.trim());
  const found = (subjects.data?.subjects ?? []).filter(({ name, detail }) =>
    plainLetters(`${name} ${detail}`).includes(wanted),
  );
  const empty = () => {
    setSearch('');
    setSubjectId(null);
    setNote('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tie) add.mutate([tie], { onSuccess: empty });
  };
  return (
    <form className="tie-form" onSubmit={submit}>
      <h3>{t('assignment.tie.add')}</h3>
      <NativeSelect
        label={t('assignment.tie.kind')}
        value={kind}
        data={TIE_KINDS.map((value) => ({ value, label: t(`assignment.tie.${value}`) }))}
        onChange={(event) => {
          setKind(TIE_KINDS.find((known) => known === event.currentTarget.value) ?? 'school');
          empty();
        }}
      />
      <TextInput
        label={t('assignment.tie.find')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setSubjectId(null);
        }}
      />
      <fieldset className="choice-field">
        <legend className="visually-hidden">{t('assignment.tie.choose')}</legend>
        {found.slice(0, SHOWN).map(({ id, name, detail }) => (
          <label key={id}>
            <input
              type="radio"
              name="tie-subject"
              checked={id === subjectId}
              onChange={() => setSubjectId(id)}
            />
            <span>
              {name}
              {detail === '' ? null : <small>{detail}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="field-note" role="status">
        {found.length > SHOWN ? t('assignment.tie.more', { more: found.length - SHOWN }) : null}
        {subjects.isSuccess && found.length === 0 ? t('assignment.tie.nothing') : null}
      </p>
      <TextInput
        label={t('assignment.tie.reason')}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {effect.data ? (
        <p className="tie-effect" role="status">
          {t('assignment.tie.effect', { entries: effect.data.entries })}{' '}
          {effect.data.sheets > 0
            ? t('assignment.tie.effect.sheets', {
                sheets: effect.data.sheets,
                begun: effect.data.begun,
              })
            : null}
        </p>
      ) : null}
      {add.isError ? <ErrorNote error={add.error} /> : null}
      <Button type="submit" disabled={tie === null} loading={add.isPending}>
        {t('assignment.tie.save')}
      </Button>
    </form>
  );
}
