import { Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import type { Division } from '@domain/contest/settings.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { freeId } from './ordered-rows.tsx';
import type { FieldsOf } from './settings-section.tsx';
import { WholeNumberField } from './whole-number-field.tsx';

const MOST = 8;

/** Groups by age that are compared, and win prizes, each for itself. */
export const DivisionsFields: FieldsOf<'divisions'> = ({ value, onChange }) => {
  const { t } = useLanguage();
  const change = (id: string, part: Partial<Division>) =>
    onChange(value.map((division) => (division.id === id ? { ...division, ...part } : division)));
  const add = () => {
    const minAge = Math.min(18, Math.max(5, ...value.map(({ maxAge }) => maxAge)) + 1);
    const name = t('rules.divisions.new', { number: value.length + 1 });
    const maxAge = Math.min(20, minAge + 4);
    onChange([...value, { id: freeId('bang', value), name, minAge, maxAge }]);
  };
  return (
    <>
      {value.length === 0 ? <p>{t('rules.divisions.none')}</p> : null}
      <ul className="division-rows">
        {value.map((division) => (
          <li key={division.id}>
            <TextInput
              label={t('rules.divisions.name')}
              value={division.name}
              maxLength={60}
              onChange={(event) => change(division.id, { name: event.currentTarget.value })}
            />
            <WholeNumberField
              label={t('rules.divisions.minAge')}
              value={division.minAge}
              onChange={(minAge) => change(division.id, { minAge })}
            />
            <WholeNumberField
              label={t('rules.divisions.maxAge')}
              value={division.maxAge}
              onChange={(maxAge) => change(division.id, { maxAge })}
            />
            <Button
              variant="subtle"
              leftSection={<Trash2 size={18} aria-hidden="true" />}
              aria-label={t('rules.remove', { name: division.name })}
              onClick={() => onChange(value.filter(({ id }) => id !== division.id))}
            >
              {t('rules.removeShort')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<Plus size={18} aria-hidden="true" />}
        disabled={value.length >= MOST}
        onClick={add}
      >
        {t('rules.divisions.add')}
      </Button>
    </>
  );
};
