import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useEditPupil, useRemovePupil } from './class-queries.ts';
import { PupilFields, type PupilForm, pupilFrom } from './pupil-fields.tsx';

type Props = { classId: string; pupil: PupilRow; onClose: () => void };

export function EditPupilDialog(props: Props) {
  const { t } = useLanguage();
  const [removing, setRemoving] = useState(false);
  return (
    <Dialog
      title={t(removing ? 'classroom.remove.title' : 'classroom.edit.title')}
      onClose={props.onClose}
    >
      {removing ? (
        <RemoveForm {...props} onBack={() => setRemoving(false)} />
      ) : (
        <EditForm {...props} onRemove={() => setRemoving(true)} />
      )}
    </Dialog>
  );
}

function EditForm({ classId, pupil, onClose, onRemove }: Props & { onRemove: () => void }) {
  const { t, f } = useLanguage();
  const edit = useEditPupil(classId, pupil.id);
  const [form, setForm] = useState<PupilForm>({
    fullName: pupil.fullName,
    birthDate: f.isoDay(pupil.birthDate),
  });
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = pupilFrom(form);
    setTried(changed === null);
    if (changed !== null) edit.mutate(changed, { onSuccess: onClose });
  };
  return (
    <form className="classroom-form" noValidate onSubmit={submit}>
      <PupilFields form={form} onChange={setForm} tried={tried} />
      {edit.isError ? <ErrorNote error={edit.error} /> : null}
      <div className="dialog-actions">
        <Button
          variant="subtle"
          color="coral"
          className="dialog-aside"
          leftSection={<Trash2 size={18} aria-hidden="true" />}
          onClick={onRemove}
        >
          {t('classroom.remove.action')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={edit.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

function RemoveForm({ classId, pupil, onClose, onBack }: Props & { onBack: () => void }) {
  const { t } = useLanguage();
  const remove = useRemovePupil(classId, pupil.id);
  return (
    <div className="classroom-form">
      <p>{t('classroom.remove.text', { name: pupil.fullName })}</p>
      {remove.isError ? <ErrorNote error={remove.error} /> : null}
      <div className="dialog-actions">
        <Button variant="default" onClick={onBack}>
          {t('classroom.remove.keep')}
        </Button>
        <Button
          color="coral"
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
        >
          {t('classroom.remove.submit')}
        </Button>
      </div>
    </div>
  );
}
