import { Button, Textarea, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { CriterionView } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { EntryPages } from '../entry-pages.tsx';
import { pointsIn, type ReferenceDraft } from './reference-draft.ts';

/** One reference entry: its pages, points with a reason for each criterion, a word on the whole. */
export function ReferenceForm({
  draft,
  criteria,
  showProblems,
  disabled,
  onChange,
  onRemove,
}: {
  draft: ReferenceDraft;
  criteria: readonly CriterionView[];
  showProblems: boolean;
  disabled: boolean;
  onChange: (draft: ReferenceDraft) => void;
  onRemove: () => void;
}) {
  const { t } = useLanguage();
  const title = useId();
  const { entryId, blindCode, pageCount, points, comments } = draft;
  return (
    <section className="reference" aria-labelledby={title}>
      <h2 id={title}>{t('desk.references.entry', { code: blindCode, title: draft.title })}</h2>
      <EntryPages entryId={entryId} blindCode={blindCode} pageCount={pageCount} />
      <fieldset disabled={disabled} aria-labelledby={title}>
        {criteria.map((criterion) => {
          const { id, name, maxPoints } = criterion;
          const bad = showProblems && pointsIn(points[id], criterion) === null;
          return (
            <div key={id} className="reference-line">
              <TextInput
                label={t('desk.references.points', { name })}
                description={t('desk.references.of', { max: maxPoints })}
                inputMode="numeric"
                maxLength={3}
                value={points[id] ?? ''}
                error={bad}
                onChange={(event) =>
                  onChange({ ...draft, points: { ...points, [id]: event.currentTarget.value } })
                }
              />
              <Textarea
                label={t('desk.references.why', { name })}
                rows={2}
                maxLength={300}
                value={comments[id] ?? ''}
                onChange={(event) =>
                  onChange({ ...draft, comments: { ...comments, [id]: event.currentTarget.value } })
                }
              />
            </div>
          );
        })}
        <Textarea
          label={t('desk.references.comment')}
          rows={3}
          maxLength={600}
          value={draft.comment}
          onChange={(event) => onChange({ ...draft, comment: event.currentTarget.value })}
        />
        <Button
          variant="subtle"
          leftSection={<Trash2 size={18} aria-hidden="true" />}
          onClick={onRemove}
        >
          {t('desk.references.remove')}
        </Button>
      </fieldset>
    </section>
  );
}
