import { NativeSelect } from '@mantine/core';
import { useLanguage } from '@i18n/use-language.tsx';
import type { FieldsOf } from './settings-section.tsx';

const COUNTS = [0, 5, 6, 7, 8];

/** How many entries every judge scores. */
export const AnchorsFields: FieldsOf<'anchors'> = ({ value, onChange }) => {
  const { t } = useLanguage();
  return (
    <NativeSelect
      label={t('rules.anchors.count')}
      value={String(value.count)}
      data={COUNTS.map((count) => ({
        value: String(count),
        label: t('rules.anchors.option', { count }),
      }))}
      onChange={(event) => onChange({ count: Number(event.currentTarget.value) })}
    />
  );
};

/** Whether judges score reference entries first. */
export const CalibrationFields: FieldsOf<'calibration'> = ({ value, onChange }) => {
  const { t } = useLanguage();
  return (
    <label className="check-line">
      <input
        type="checkbox"
        checked={value.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
      <span>{t('rules.calibration.required')}</span>
    </label>
  );
};
