import { Button, TextInput } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { EditionFactsFields } from './edition-facts-fields.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import {
  EDITION_FIELDS,
  type EditionDraft,
  type EditionField,
  readEditionDraft,
  suggestCriteria,
  suggestTimes,
} from './edition-draft.ts';
import { useCreateEdition } from './organiser-queries.ts';

const CRITERIA = ['content', 'plot', 'idea', 'art', 'message'] as const;
type TextField = Exclude<EditionField, 'criteria'>;

function useFirstDraft(): () => EditionDraft {
  const { t } = useLanguage();
  return () => {
    const now = Date.now();
    const times = suggestTimes(now);
    return {
      name: t('organiser.edition.nameOf', { year: times.closesAt.slice(0, 4) }),
      province: t('organiser.edition.defaultProvince'),
      theme: '',
      minPages: '3',
      maxPages: '8',
      judgesPerEntry: '3',
      ...times,
      criteria: suggestCriteria(
        CRITERIA.map((id) => ({
          name: t(`organiser.criterion.${id}`),
          description: t(`organiser.criterion.${id}.about`),
        })),
      ),
    };
  };
}

function ProblemSummary({ fields }: { fields: readonly EditionField[] }) {
  const { t } = useLanguage();
  return (
    <div className="problem-summary" role="alert">
      <CircleAlert aria-hidden="true" />
      <div>
        <h3>{t('organiser.edition.problems')}</h3>
        <ul>
          {fields.map((field) => (
            <li key={field}>
              <a href={`#edition-${field}`}>{t(`organiser.edition.problem.${field}`)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The edition of an empty contest, with suggestions everywhere. */
export function EditionForm({ onCreated }: { onCreated: () => void }) {
  const { t } = useLanguage();
  const firstDraft = useFirstDraft();
  const [draft, setDraft] = useState(firstDraft);
  const [asked, setAsked] = useState(false);
  const create = useCreateEdition();
  const form = useRef<HTMLFormElement>(null);
  const read = readEditionDraft(draft);
  const wrong = (field: EditionField) =>
    asked && read.kind === 'problems' && read.fields.has(field);
  const problems = EDITION_FIELDS.filter(wrong);

  const field = (name: TextField, kind: 'text' | 'number' | 'datetime-local' = 'text') => ({
    id: `edition-${name}`,
    label: t(`organiser.edition.${name}`),
    error: wrong(name) ? t(`organiser.edition.problem.${name}`) : undefined,
    value: draft[name],
    type: kind === 'number' ? 'text' : kind,
    ...(kind === 'number' ? { inputMode: 'numeric' as const } : {}),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [name]: value }));
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (read.kind === 'ready') create.mutate(read.input, { onSuccess: onCreated });
    else form.current?.scrollIntoView();
  };

  return (
    <form ref={form} className="set-up-form" noValidate onSubmit={submit}>
      <h2>{t('organiser.setUp.edition')}</h2>
      <p>{t('organiser.edition.once')}</p>
      {problems.length > 0 ? <ProblemSummary fields={problems} /> : null}
      <TextInput {...field('name')} maxLength={120} />
      <TextInput {...field('province')} maxLength={80} />
      <EditionFactsFields field={field} />
      <CriteriaFields
        criteria={draft.criteria}
        showProblems={asked}
        onChange={(criteria) => setDraft((before) => ({ ...before, criteria }))}
      />
      {create.isError ? <ErrorNote error={create.error} /> : null}
      <Button type="submit" loading={create.isPending}>
        {t('organiser.edition.create')}
      </Button>
    </form>
  );
}
