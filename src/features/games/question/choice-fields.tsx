import { Check, X } from 'lucide-react';
import { useId } from 'react';
import { VERDICTS } from '@domain/quiz/kinds/verdict.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Field } from './field.ts';

/** Shape beside the colour: what is right or wrong is not told by colour alone. */
function Outcome({ right, chosen }: { right: boolean; chosen: boolean }) {
  const { t } = useLanguage();
  if (right) return <Check aria-label={t('quiz.outcome.right')} className="answer-mark" />;
  return chosen ? <X aria-label={t('quiz.outcome.wrong')} className="answer-mark" /> : null;
}

export function Options({
  legend,
  multiple = false,
  options,
  chosen,
  right,
  onChoose,
}: {
  legend: string;
  multiple?: boolean;
  options: readonly { readonly id: string; readonly text: string }[];
  chosen: readonly string[];
  /** Ids of the right options, once they may be shown. */
  right: readonly string[] | null;
  onChoose: (id: string, on: boolean) => void;
}) {
  const name = useId();
  return (
    <fieldset className="answer-options" disabled={right !== null}>
      <legend>{legend}</legend>
      {options.map(({ id, text }) => {
        const isRight = right?.includes(id) ?? false;
        const isChosen = chosen.includes(id);
        return (
          <label
            key={id}
            className="answer-option"
            data-outcome={right === null ? undefined : isRight ? 'right' : isChosen ? 'wrong' : ''}
          >
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={isChosen}
              onChange={(event) => onChoose(id, event.currentTarget.checked)}
            />
            <span>{text}</span>
            {right === null ? null : <Outcome right={isRight} chosen={isChosen} />}
          </label>
        );
      })}
    </fieldset>
  );
}

export const SingleField: Field<'single'> = ({ ask, value, solution, onChange }) => {
  const { t } = useLanguage();
  return (
    <Options
      legend={t('quiz.ask.single')}
      options={ask.options}
      chosen={value === null ? [] : [value.choice]}
      right={solution === null ? null : [solution.choice]}
      onChoose={(choice) => onChange({ kind: 'single', choice })}
    />
  );
};

export const MultipleField: Field<'multiple'> = ({ ask, value, solution, onChange }) => {
  const { t } = useLanguage();
  const choices = value?.choices ?? [];
  return (
    <Options
      multiple
      legend={t('quiz.ask.multiple')}
      options={ask.options}
      chosen={choices}
      right={solution?.choices ?? null}
      onChoose={(id, on) =>
        onChange({
          kind: 'multiple',
          choices: on ? [...choices, id] : choices.filter((one) => one !== id),
        })
      }
    />
  );
};

export const VerdictField: Field<'verdict'> = ({ ask, value, solution, onChange }) => {
  const { t } = useLanguage();
  const evidence = value?.evidence ?? '';
  return (
    <>
      <blockquote className="answer-claim">{ask.claim}</blockquote>
      <Options
        legend={t('quiz.ask.verdict')}
        options={VERDICTS.map((id) => ({ id, text: t(`quiz.verdict.${id}`) }))}
        chosen={value === null ? [] : [value.verdict]}
        right={solution === null ? null : [solution.verdict]}
        onChoose={(id) => {
          const verdict = VERDICTS.find((one) => one === id);
          if (verdict) onChange({ kind: 'verdict', verdict, evidence });
        }}
      />
      {value === null ? null : (
        <Options
          legend={t('quiz.ask.evidence')}
          options={ask.evidence}
          chosen={[evidence]}
          right={solution === null ? null : [solution.evidence]}
          onChoose={(id) => onChange({ ...value, evidence: id })}
        />
      )}
    </>
  );
};
