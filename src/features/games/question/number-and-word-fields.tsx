import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Field } from './field.ts';

export const EstimateField: Field<'estimate'> = ({ ask, value, solution, onChange }) => {
  const { t, f } = useLanguage();
  const id = useId();
  // From the low end: the middle of a scale is too often near the answer.
  const shown = value?.value ?? ask.min;
  const say = (number: number) =>
    t(`quiz.unit.${ask.unit}`, {
      number: Number.isInteger(number) ? f.integer(number) : f.mean(number),
    });
  const set = (next: number) => {
    const inside = Math.min(ask.max, Math.max(ask.min, next));
    onChange({ kind: 'estimate', value: Math.round(inside / ask.step) * ask.step });
  };
  return (
    <div className="answer-estimate">
      <label htmlFor={id}>{t('quiz.ask.estimate')}</label>
      <output htmlFor={id}>{say(shown)}</output>
      <div className="answer-scale">
        <button
          type="button"
          aria-label={t('quiz.estimate.less')}
          disabled={solution !== null}
          onClick={() => set(shown - ask.step)}
        >
          <Minus aria-hidden="true" />
        </button>
        <input
          id={id}
          type="range"
          min={ask.min}
          max={ask.max}
          step={ask.step}
          value={shown}
          aria-valuetext={say(shown)}
          disabled={solution !== null}
          onChange={(event) => set(Number(event.currentTarget.value))}
        />
        <button
          type="button"
          aria-label={t('quiz.estimate.more')}
          disabled={solution !== null}
          onClick={() => set(shown + ask.step)}
        >
          <Plus aria-hidden="true" />
        </button>
      </div>
      <p className="answer-ends" aria-hidden="true">
        <span>{say(ask.min)}</span>
        <span>{say(ask.max)}</span>
      </p>
      {solution === null ? null : <p>{t('quiz.estimate.right', { value: say(solution.value) })}</p>}
    </div>
  );
};

export const ClozeField: Field<'cloze'> = ({ ask, value, solution, onChange }) => {
  const { t } = useLanguage();
  const [before = '', after = ''] = ask.sentence.split('___');
  return (
    <p className="answer-cloze">
      {before}
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        aria-label={t('quiz.ask.cloze')}
        value={value?.answer ?? ''}
        disabled={solution !== null}
        onChange={(event) => onChange({ kind: 'cloze', answer: event.currentTarget.value })}
      />
      {after}
      {solution === null ? null : (
        <strong className="answer-word">{t('quiz.cloze.right', { word: solution.answer })}</strong>
      )}
    </p>
  );
};
