import { useLanguage } from '@i18n/use-language.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { FieldsOf } from './settings-section.tsx';
import { WholeNumberField } from './whole-number-field.tsx';

const MODES = ['none', 'optional', 'required'] as const;

/** Whether pupils tell their story aloud, and how long. */
export const TellingFields: FieldsOf<'telling'> = ({ value, onChange }) => {
  const { t } = useLanguage();
  return (
    <>
      <ChoiceField
        name="telling-mode"
        label={t('rules.telling.mode')}
        options={MODES.map((mode) => ({ value: mode, label: t(`rules.telling.mode.${mode}`) }))}
        value={value.mode}
        onChange={(mode) => onChange({ ...value, mode })}
      />
      {value.mode === 'none' ? null : (
        <WholeNumberField
          label={t('rules.telling.maxMinutes')}
          value={value.maxMinutes}
          onChange={(maxMinutes) => onChange({ ...value, maxMinutes })}
        />
      )}
    </>
  );
};
