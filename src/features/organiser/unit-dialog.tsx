import { Button, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import type { Unit } from './missing-steps.ts';
import { useRemoveUnit, useRenameUnit } from './organiser-queries.ts';

/** Another name for a commune or school; or it goes, while nobody belongs to it. */
export function UnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useLanguage();
  const [name, setName] = useState(unit.name);
  const rename = useRenameUnit();
  const remove = useRemoveUnit();
  const done = { onSuccess: onClose };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim().length >= 2) rename.mutate({ unitId: unit.id, name }, done);
  };
  const error = rename.error ?? remove.error;
  return (
    <Dialog title={t('organiser.units.edit', { name: unit.name })} onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          label={t(`organiser.units.${unit.kind}`)}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {error ? <ErrorNote error={error} /> : null}
        <div className="dialog-actions">
          <Button
            variant="subtle"
            leftSection={<Trash2 size={18} aria-hidden="true" />}
            loading={remove.isPending}
            onClick={() => {
              rename.reset();
              remove.mutate(unit.id, done);
            }}
          >
            {t('organiser.units.remove')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={rename.isPending}>
            {t('organiser.units.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
