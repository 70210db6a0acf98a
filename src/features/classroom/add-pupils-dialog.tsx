import { Button } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useAddPupil } from './class-queries.ts';
import { PupilFields, type PupilForm, pupilFrom } from './pupil-fields.tsx';

const EMPTY: PupilForm = { fullName: '', birthDate: '' };

/** Adds one pupil after another: Enter adds, and the name field is ready for the next. */
export function AddPupilsDialog({ classId, onClose }: { classId: string; onClose: () => void }) {
  const { t } = useLanguage();
  const nameField = useRef<HTMLInputElement>(null);
  const add = useAddPupil(classId);
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pupil = pupilFrom(form);
    setTried(pupil === null);
    if (pupil === null || add.isPending) return;
    add.mutate(pupil, {
      onSuccess: (row) => {
        setAdded((names) => [row.fullName, ...names]);
        setForm(EMPTY);
        nameField.current?.focus();
      },
    });
  };
  return (
    <Dialog title={t('classroom.add.title')} onClose={onClose}>
      <form className="classroom-form" noValidate onSubmit={submit}>
        <p>{t('classroom.add.lead')}</p>
        <PupilFields form={form} onChange={setForm} tried={tried} nameField={nameField} />
        {add.isError ? <ErrorNote error={add.error} /> : null}
        <div className="added" role="status">
          {added.length === 0 ? null : (
            <p>
              <CircleCheck size={20} aria-hidden="true" />
              <span>
                {t('classroom.add.added', { count: added.length, names: added.join(', ') })}
              </span>
            </p>
          )}
        </div>
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t(added.length === 0 ? 'common.cancel' : 'classroom.add.done')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('classroom.add.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
