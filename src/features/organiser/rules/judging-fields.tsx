import { NativeSelect } from '@mantine/core';
import type { Rules } from '@contract/rules.ts';
import type { TieBreak } from '@domain/contest/settings.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ChoiceField } from './choice-field.tsx';
import { OrderedRows } from './ordered-rows.tsx';
import type { FieldsOf } from './settings-section.tsx';
import { WholeNumberField } from './whole-number-field.tsx';

const NUMBERS = ['raw', 'adjusted'] as const;

function useTieBreakName(criteria: Rules['criteria']): (rule: TieBreak) => string {
  const { t } = useLanguage();
  return (rule) => {
    if (rule === 'median' || rule === 'pairs' || rule === 'draw')
      return t(`rules.tieBreak.${rule}`);
    const criterion = criteria.find(({ id }) => rule === `criterion:${id}`);
    return t('rules.tieBreak.criterion', { name: criterion?.name ?? '–' });
  };
}

/** Which number ranks, what is compared where it is equal, who meets in the pairwise final. */
export const JudgingFields: FieldsOf<'judging'> = ({ value, onChange, rules }) => {
  const { t } = useLanguage();
  const nameOf = useTieBreakName(rules.criteria);
  const all: TieBreak[] = [
    'median',
    ...rules.criteria.map(({ id }) => `criterion:${id}` as const),
    'pairs',
    'draw',
  ];
  const free = all.filter((rule) => !value.tieBreak.includes(rule));
  const { pairsFrom } = value;
  return (
    <>
      <ChoiceField
        name="judging-decides"
        label={t('rules.judging.decides')}
        options={NUMBERS.map((number) => ({
          value: number,
          label: t(`rules.judging.decides.${number}`),
          about: t(`rules.judging.decides.${number}.about`),
        }))}
        value={value.decides}
        onChange={(decides) => onChange({ ...value, decides })}
      />
      <div className="rules-group" role="group" aria-labelledby="tie-break-title">
        <h3 id="tie-break-title">{t('rules.tieBreak')}</h3>
        <p className="field-note">{t('rules.tieBreak.about')}</p>
        <OrderedRows
          items={value.tieBreak}
          keyOf={(rule) => rule}
          nameOf={nameOf}
          onChange={(tieBreak) => onChange({ ...value, tieBreak })}
        >
          {nameOf}
        </OrderedRows>
        {free.length === 0 ? null : (
          <NativeSelect
            label={t('rules.tieBreak.add')}
            value=""
            data={[
              { value: '', label: t('rules.tieBreak.choose') },
              ...free.map((rule) => ({ value: rule, label: nameOf(rule) })),
            ]}
            onChange={(event) => {
              const rule = free.find((known) => known === event.currentTarget.value);
              if (rule) onChange({ ...value, tieBreak: [...value.tieBreak, rule] });
            }}
          />
        )}
      </div>
      <div className="rules-group" role="group" aria-labelledby="pairs-from-title">
        <h3 id="pairs-from-title">{t('rules.pairsFrom')}</h3>
        <p className="field-note">{t('rules.pairsFrom.about')}</p>
        <div className="field-pair">
          <WholeNumberField
            label={t('rules.pairsFrom.lowest')}
            value={pairsFrom.lowest}
            onChange={(lowest) => onChange({ ...value, pairsFrom: { ...pairsFrom, lowest } })}
          />
          <WholeNumberField
            label={t('rules.pairsFrom.highest')}
            value={pairsFrom.highest}
            onChange={(highest) => onChange({ ...value, pairsFrom: { ...pairsFrom, highest } })}
          />
        </div>
      </div>
    </>
  );
};
