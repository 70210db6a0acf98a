import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Pencil, Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import type { Unit } from './missing-steps.ts';
import { useAddUnit } from './organiser-queries.ts';
import { UnitDialog } from './unit-dialog.tsx';

const collator = new Intl.Collator('vi', { numeric: true });
const byName = (a: Unit, b: Unit) => collator.compare(a.name, b.name);

/** One name after another: the field is empty and in focus again after each. */
function AddUnit({
  kind,
  parentId,
  children,
}: {
  kind: 'commune' | 'school';
  parentId: Id | null;
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [added, setAdded] = useState<string | null>(null);
  const add = useAddUnit();
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim().length < 2) return field.current?.focus();
    add.mutate(
      { name, parentId },
      {
        onSuccess: (unit) => {
          setAdded(unit.name);
          setName('');
          field.current?.focus();
        },
      },
    );
  };
  return (
    <form className="add-unit" onSubmit={submit}>
      {children}
      <TextInput
        ref={field}
        label={t(`organiser.units.${kind}`)}
        description={t(`organiser.units.${kind}.example`)}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant={kind === 'school' ? 'filled' : 'default'}
        loading={add.isPending}
        leftSection={<Plus size={18} aria-hidden="true" />}
      >
        {t(`organiser.units.${kind}.add`)}
      </Button>
      {add.isError ? <ErrorNote error={add.error} /> : null}
      <p role="status" className="field-note">
        {added !== null && !add.isError ? t('organiser.units.added', { name: added }) : null}
      </p>
    </form>
  );
}

function UnitName({ unit, onEdit }: { unit: Unit; onEdit: (unitId: Id) => void }) {
  const { t } = useLanguage();
  return (
    <span className="unit-name">
      {unit.name}
      <ActionIcon
        variant="subtle"
        size={44}
        aria-label={t('organiser.units.editNamed', { name: unit.name })}
        onClick={() => onEdit(unit.id)}
      >
        <Pencil size={18} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}

/** Communes and their schools: add, see, rename. */
export function UnitsSection({
  units,
  editionMissing,
}: {
  units: readonly Unit[];
  editionMissing: boolean;
}) {
  const { t } = useLanguage();
  const communes = units.filter(({ kind }) => kind === 'commune').toSorted(byName);
  const schoolsOf = (communeId: Id) =>
    units.filter((unit) => unit.kind === 'school' && unit.parentId === communeId).toSorted(byName);
  const [chosen, setChosen] = useState<Id | null>(null);
  const [editing, setEditing] = useState<Id | null>(null);
  const edited = units.find(({ id }) => id === editing);
  const communeId = chosen ?? communes.at(-1)?.id ?? null;
  if (editionMissing) {
    return (
      <EmptyState
        title={t('organiser.units.editionFirst')}
        text={t('organiser.units.editionFirst.text')}
      />
    );
  }
  return (
    <section aria-labelledby="units-title">
      <h2 id="units-title">{t('organiser.setUp.units')}</h2>
      <AddUnit kind="commune" parentId={null} />
      {communes.length === 0 ? (
        <p>{t('organiser.units.none')}</p>
      ) : (
        <>
          <AddUnit kind="school" parentId={communeId}>
            <NativeSelect
              label={t('organiser.units.inCommune')}
              value={communeId ?? ''}
              data={communes.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          </AddUnit>
          <ul className="unit-tree">
            {communes.map((commune) => {
              const schools = schoolsOf(commune.id);
              return (
                <li key={commune.id}>
                  <h3>
                    <UnitName unit={commune} onEdit={setEditing} />
                  </h3>
                  {schools.length === 0 ? (
                    <p className="field-note">{t('organiser.units.noSchools')}</p>
                  ) : (
                    <ul>
                      {schools.map((school) => (
                        <li key={school.id}>
                          <UnitName unit={school} onEdit={setEditing} />
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {edited ? <UnitDialog unit={edited} onClose={() => setEditing(null)} /> : null}
    </section>
  );
}
