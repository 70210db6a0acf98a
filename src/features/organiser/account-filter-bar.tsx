import { NativeSelect, TextInput } from '@mantine/core';
import { AdultRole } from '@domain/people/actor.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { AccountFilter } from './account-filter.ts';

export function AccountFilterBar({
  filter,
  count,
  shown,
  onChange,
}: {
  filter: AccountFilter;
  count: number;
  shown: number;
  onChange: (filter: AccountFilter) => void;
}) {
  const { t } = useLanguage();
  return (
    <div role="search" className="account-filter">
      <TextInput
        type="search"
        label={t('organiser.accounts.find')}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('organiser.accounts.whichRole')}
        value={filter.role}
        data={[
          { value: '', label: t('organiser.accounts.everyRole') },
          ...AdultRole.options.map((role) => ({ value: role, label: t(`organiser.role.${role}`) })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...filter, role: value === '' ? '' : AdultRole.parse(value) });
        }}
      />
      <p className="field-note" role="status">
        {t('organiser.accounts.shown', { shown, count })}
      </p>
    </div>
  );
}
