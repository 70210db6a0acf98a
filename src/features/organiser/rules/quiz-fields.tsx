import { NativeSelect, TextInput } from '@mantine/core';
import { LEVELS, TOPICS } from '@domain/quiz/item.ts';
import type { QuizSettings } from '@domain/quiz/round.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { fromLocalInput, toLocalInput } from '../vietnam-time.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldsOf } from './settings-section.tsx';
import { WholeNumberField } from './whole-number-field.tsx';

const MODES = ['off', 'on'] as const;
const BONUSES = [0, 0.05, 0.1, 0.15, 0.2];

type Change = (change: Partial<QuizSettings>) => void;

function Times({ value, change }: { value: QuizSettings; change: Change }) {
  const { t } = useLanguage();
  const time = (name: 'opensAt' | 'closesAt') => (
    <TextInput
      type="datetime-local"
      label={t(`rules.quiz.${name}`)}
      value={value[name] === 0 ? '' : toLocalInput(value[name])}
      onChange={(event) => change({ [name]: fromLocalInput(event.currentTarget.value) ?? 0 })}
    />
  );
  return (
    <div className="field-pair">
      {time('opensAt')}
      {time('closesAt')}
    </div>
  );
}

function BlueprintFields({ value, change }: { value: QuizSettings; change: Change }) {
  const { t } = useLanguage();
  const { topics, levels } = value.blueprint;
  const byTopic = TOPICS.reduce((sum, topic) => sum + topics[topic], 0);
  const byLevel = LEVELS.reduce((sum, level) => sum + levels[level], 0);
  return (
    <>
      <fieldset className="rules-fields">
        <legend>{t('rules.quiz.topics', { count: byTopic })}</legend>
        {TOPICS.map((topic) => (
          <WholeNumberField
            key={topic}
            label={t(`rules.quiz.topic.${topic}`)}
            value={topics[topic]}
            onChange={(count) =>
              change({ blueprint: { levels, topics: { ...topics, [topic]: count } } })
            }
          />
        ))}
      </fieldset>
      <fieldset className="rules-fields">
        <legend>{t('rules.quiz.levels', { count: byLevel })}</legend>
        {LEVELS.map((level) => (
          <WholeNumberField
            key={level}
            label={t(`rules.quiz.level.${level}`)}
            value={levels[level]}
            onChange={(count) =>
              change({ blueprint: { topics, levels: { ...levels, [level]: count } } })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

/** The quiz round: whether, when, how long, and what its paper is made of. */
export const QuizFields: FieldsOf<'quiz'> = ({ value, onChange, rules }) => {
  const { t } = useLanguage();
  const change: Change = (some) => onChange({ ...value, ...some });
  const mode = (
    <ChoiceField
      name="quiz-mode"
      label={t('rules.quiz.mode')}
      options={MODES.map((name) => ({ value: name, label: t(`rules.quiz.mode.${name}`) }))}
      value={value.mode}
      onChange={(next) => change({ mode: next })}
    />
  );
  if (value.mode === 'off') return mode;
  const takesPart = (id: string) => value.divisions.length === 0 || value.divisions.includes(id);
  const all = rules.settings.divisions.map(({ id }) => id);
  return (
    <>
      {mode}
      <Times value={value} change={change} />
      <WholeNumberField
        label={t('rules.quiz.minutes')}
        value={value.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <NativeSelect
        label={t('rules.quiz.timeBonus')}
        description={t('rules.quiz.timeBonus.about')}
        value={String(value.timeBonus)}
        data={BONUSES.map((share) => ({
          value: String(share),
          label: t('rules.quiz.timeBonus.option', { percent: Math.round(share * 100) }),
        }))}
        onChange={(event) => change({ timeBonus: Number(event.currentTarget.value) })}
      />
      {all.length === 0 ? null : (
        <fieldset className="rules-fields">
          <legend>{t('rules.quiz.divisions')}</legend>
          {rules.settings.divisions.map(({ id, name }) => (
            <label key={id} className="check-line">
              <input
                type="checkbox"
                checked={takesPart(id)}
                onChange={(event) => {
                  const own = event.currentTarget.checked;
                  const next = all.filter((one) => (one === id ? own : takesPart(one)));
                  // Nobody at all is what "off" is for.
                  if (next.length > 0) change({ divisions: next });
                }}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <BlueprintFields value={value} change={change} />
    </>
  );
};
