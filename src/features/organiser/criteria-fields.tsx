import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { MOST_LEVELS } from '@domain/judging/levels.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { type CriterionDraft, criterionIsGood, maxTotal, MOST_CRITERIA } from './edition-draft.ts';

type TextKey = 'name' | 'description' | 'maxPoints' | 'work' | 'levels';

const WORKS = ['drawing', 'telling'] as const;

/** The rubric to edit: name, description and highest points of each criterion. */
export function CriteriaFields({
  criteria,
  showProblems,
  onChange,
}: {
  criteria: readonly CriterionDraft[];
  showProblems: boolean;
  onChange: (criteria: readonly CriterionDraft[]) => void;
}) {
  const { t } = useLanguage();
  const change = (key: number, name: TextKey, value: string) =>
    onChange(criteria.map((item) => (item.key === key ? { ...item, [name]: value } : item)));
  const add = () => {
    const key = Math.max(-1, ...criteria.map((item) => item.key)) + 1;
    onChange([...criteria, { key, name: '', description: '', maxPoints: '10' }]);
  };
  return (
    <fieldset className="criteria" id="edition-criteria" tabIndex={-1}>
      <legend>{t('organiser.criteria')}</legend>
      <p>{t('organiser.criteria.about')}</p>
      <ol>
        {criteria.map((item, index) => (
          <li key={item.key}>
            <TextInput
              label={t('organiser.criteria.name', { place: index + 1 })}
              value={item.name}
              maxLength={80}
              error={
                showProblems && !criterionIsGood(item) ? t('organiser.criteria.problem') : undefined
              }
              onChange={(event) => change(item.key, 'name', event.currentTarget.value)}
            />
            <TextInput
              label={t('organiser.criteria.points')}
              inputMode="numeric"
              value={item.maxPoints}
              maxLength={3}
              onChange={(event) => change(item.key, 'maxPoints', event.currentTarget.value)}
            />
            <Textarea
              label={t('organiser.criteria.description')}
              rows={2}
              value={item.description}
              maxLength={400}
              onChange={(event) => change(item.key, 'description', event.currentTarget.value)}
            />
            <details className="criteria-more" open={Boolean(item.levels) || undefined}>
              <summary>{t('desk.levels')}</summary>
              <NativeSelect
                label={t('desk.criteria.work')}
                value={item.work ?? 'drawing'}
                data={WORKS.map((work) => ({ value: work, label: t(`desk.of.${work}`) }))}
                onChange={(event) => change(item.key, 'work', event.currentTarget.value)}
              />
              {item.work === 'telling' ? <p>{t('desk.criteria.told')}</p> : null}
              <Textarea
                label={t('desk.criteria.levels')}
                description={t('desk.criteria.levelsAbout', { most: MOST_LEVELS })}
                rows={4}
                value={item.levels ?? ''}
                onChange={(event) => change(item.key, 'levels', event.currentTarget.value)}
              />
            </details>
            <Button
              variant="subtle"
              leftSection={<Trash2 size={18} aria-hidden="true" />}
              aria-label={t('organiser.criteria.removeNamed', {
                name: item.name || t('organiser.criteria.name', { place: index + 1 }),
              })}
              disabled={criteria.length === 1}
              onClick={() => onChange(criteria.filter(({ key }) => key !== item.key))}
            >
              {t('organiser.criteria.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div className="criteria-foot">
        <Button
          variant="default"
          leftSection={<Plus size={18} aria-hidden="true" />}
          disabled={criteria.length >= MOST_CRITERIA}
          onClick={add}
        >
          {t('organiser.criteria.add')}
        </Button>
        <output>{t('organiser.criteria.total', { total: maxTotal(criteria) })}</output>
      </div>
    </fieldset>
  );
}
