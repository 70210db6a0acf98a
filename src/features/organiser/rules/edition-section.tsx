import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rules } from '@contract/rules.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { EditionFactsFields } from '../edition-facts-fields.tsx';
import { CriteriaFields } from '../criteria-fields.tsx';
import { type EditionDraft, readEditionDraft } from '../edition-draft.ts';
import { toLocalInput } from '../vietnam-time.ts';
import { useSaveEdition } from './rules-queries.ts';
import { SectionFrame } from './section-frame.tsx';

type Fact = Rules['closed']['edition'][number];
type TextField = Exclude<keyof EditionDraft, 'criteria' | 'province'>;

const CLOSED_WITH: Readonly<Partial<Record<TextField, Fact>>> = {
  opensAt: 'opensAt',
  closesAt: 'closesAt',
  minPages: 'pages',
  maxPages: 'pages',
  judgesPerEntry: 'judgesPerEntry',
};

function draftOf({ edition, criteria }: Rules): EditionDraft {
  return {
    name: edition.name,
    // The province was said when the contest was set up; the form alone asks for it.
    province: '––',
    theme: edition.theme,
    minPages: String(edition.minPages),
    maxPages: String(edition.maxPages),
    opensAt: toLocalInput(edition.opensAt),
    closesAt: toLocalInput(edition.closesAt),
    judgesPerEntry: String(edition.judgesPerEntry),
    criteria: criteria.map(({ id, name, description, maxPoints, work, levels }, key) => ({
      key,
      id,
      name,
      description,
      maxPoints: String(maxPoints),
      work,
      levels: levels.join('\n'),
    })),
  };
}

/** Name, times, pages and rubric, as far as they have not come to pass. */
export function EditionSection({ rules }: { rules: Rules }) {
  const { t } = useLanguage();
  const [edited, setEdited] = useState<EditionDraft | null>(null);
  const save = useSaveEdition();
  const kept = draftOf(rules);
  const draft = edited ?? kept;
  const read = readEditionDraft(draft);
  const wrong = (field: TextField) => read.kind === 'problems' && read.fields.has(field);
  const isClosed = (fact: Fact | undefined) =>
    fact !== undefined && rules.closed.edition.includes(fact);
  const field = (name: TextField, type: 'text' | 'number' | 'datetime-local' = 'text') => ({
    label: t(`organiser.edition.${name}`),
    error: wrong(name) ? t(`organiser.edition.problem.${name}`) : undefined,
    value: draft[name],
    type: type === 'number' ? 'text' : type,
    ...(type === 'number' ? { inputMode: 'numeric' as const } : {}),
    disabled: isClosed(CLOSED_WITH[name]),
    onChange: (event: { currentTarget: { value: string } }) =>
      setEdited({ ...draft, [name]: event.currentTarget.value }),
  });
  const send = () => {
    if (read.kind !== 'ready') return;
    const { province: _province, criteria, ...edition } = read.input;
    // A time that was not touched keeps its seconds, which the field does not show.
    const opensAt = draft.opensAt === kept.opensAt ? rules.edition.opensAt : edition.opensAt;
    const closesAt = draft.closesAt === kept.closesAt ? rules.edition.closesAt : edition.closesAt;
    const lines = criteria.map((line, index) => ({
      ...line,
      id: draft.criteria[index]?.id ?? null,
    }));
    save.mutate(
      { version: rules.version, edition: { ...edition, opensAt, closesAt }, criteria: lines },
      { onSuccess: () => setEdited(null) },
    );
  };
  return (
    <SectionFrame
      id="rules-edition"
      title={t('rules.edition')}
      about={t('rules.edition.about')}
      closed={false}
      changed={JSON.stringify(draft) !== JSON.stringify(kept)}
      problem={read.kind === 'ready' ? null : t('organiser.edition.problems')}
      saving={save}
      onSave={send}
      onUndo={() => {
        setEdited(null);
        save.reset();
      }}
    >
      <TextInput {...field('name')} maxLength={120} />
      <EditionFactsFields field={field} />
      <fieldset className="rules-fields" disabled={isClosed('criteria')}>
        <CriteriaFields
          criteria={draft.criteria}
          showProblems
          onChange={(criteria) => setEdited({ ...draft, criteria })}
        />
      </fieldset>
    </SectionFrame>
  );
}
