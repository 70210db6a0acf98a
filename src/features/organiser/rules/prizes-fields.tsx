import { Button, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type Prize, prizesOf } from '@domain/contest/settings.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { freeId, OrderedRows } from './ordered-rows.tsx';
import type { FieldsOf } from './settings-section.tsx';
import { WholeNumberField } from './whole-number-field.tsx';

const MOST = 12;

function PrizeRows({
  title,
  list,
  onChange,
}: {
  title: string;
  list: readonly Prize[];
  onChange: (list: Prize[]) => void;
}) {
  const { t } = useLanguage();
  const change = (id: string, part: Partial<Prize>) =>
    onChange(list.map((prize) => (prize.id === id ? { ...prize, ...part } : prize)));
  return (
    <div className="rules-group" role="group" aria-label={title}>
      <h3>{title}</h3>
      <OrderedRows
        items={list}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        onChange={onChange}
      >
        {(prize) => (
          <div className="prize-row">
            <TextInput
              label={t('rules.prizes.name')}
              value={prize.name}
              maxLength={60}
              onChange={(event) => change(prize.id, { name: event.currentTarget.value })}
            />
            <WholeNumberField
              label={t('rules.prizes.count')}
              value={prize.count}
              onChange={(count) => change(prize.id, { count })}
            />
          </div>
        )}
      </OrderedRows>
      <Button
        variant="default"
        leftSection={<Plus size={18} aria-hidden="true" />}
        disabled={list.length >= MOST}
        onClick={() =>
          onChange([...list, { id: freeId('giai', list), name: t('rules.prizes.new'), count: 1 }])
        }
      >
        {t('rules.prizes.add')}
      </Button>
    </div>
  );
}

/** Prizes best first: one list for all divisions, and a list of its own where one shall differ. */
export const PrizesFields: FieldsOf<'prizes'> = ({ value, onChange, rules }) => {
  const { t } = useLanguage();
  const { divisions } = rules.settings;
  const settings = { ...rules.settings, prizes: value };
  const put = (divisionId: string | null, list: Prize[]) =>
    onChange([...value.filter((owner) => owner.divisionId !== divisionId), { divisionId, list }]);
  return (
    <>
      <PrizeRows
        title={t(divisions.length === 0 ? 'rules.prizes.list' : 'rules.prizes.common')}
        list={value.find(({ divisionId }) => divisionId === null)?.list ?? []}
        onChange={(list) => put(null, list)}
      />
      {divisions.map(({ id, name }) => {
        const own = value.find(({ divisionId }) => divisionId === id);
        return (
          <div key={id} className="own-prizes">
            <label className="check-line">
              <input
                type="checkbox"
                checked={own !== undefined}
                onChange={(event) =>
                  event.currentTarget.checked
                    ? put(id, [...prizesOf(settings, id)])
                    : onChange(value.filter(({ divisionId }) => divisionId !== id))
                }
              />
              <span>{t('rules.prizes.own', { name })}</span>
            </label>
            {own ? (
              <PrizeRows
                title={t('rules.prizes.of', { name })}
                list={own.list}
                onChange={(list) => put(id, list)}
              />
            ) : null}
          </div>
        );
      })}
    </>
  );
};
