import { Button } from '@mantine/core';
import { IdCard, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useEditPupil, useRemovePupil } from './class-queries.ts';
import { CardGiven, NewCardForm } from './new-card-form.tsx';
import { PupilFields, type PupilForm, pupilFrom } from './pupil-fields.tsx';

type Props = { classId: string; pupil: PupilRow; onClose: () => void };

const TITLE = {
  edit: 'classroom.edit.title',
  remove: 'classroom.remove.title',
  newCard: 'classroom.newCard.action',
  cardGiven: 'classroom.newCard.given',
} as const;

export function EditPupilDialog(props: Props) {
  const { t, f } = useLanguage();
  const [step, setStep] = useState<keyof typeof TITLE>('edit');
  const [form, setForm] = useState<PupilForm>({
    fullName: props.pupil.fullName,
    birthDate: f.isoDay(props.pupil.birthDate),
  });
  const back = () => setStep('edit');
  // Opened anew at each step, so that the focus is inside and the title is read out.
  return (
    <Dialog key={step} title={t(TITLE[step])} onClose={props.onClose}>
      {step === 'remove' ? <RemoveForm {...props} onBack={back} /> : null}
      {step === 'newCard' ? (
        <NewCardForm {...props} onBack={back} onGiven={() => setStep('cardGiven')} />
      ) : null}
      {step === 'cardGiven' ? <CardGiven {...props} /> : null}
      {step === 'edit' ? (
        <EditForm
          {...props}
          form={form}
          onChange={setForm}
          onRemove={() => setStep('remove')}
          onNewCard={() => setStep('newCard')}
        />
      ) : null}
    </Dialog>
  );
}

type EditProps = Props & {
  form: PupilForm;
  onChange: (form: PupilForm) => void;
  onRemove: () => void;
  onNewCard: () => void;
};

function EditForm({ classId, pupil, form, onClose, onChange, onRemove, onNewCard }: EditProps) {
  const { t } = useLanguage();
  const edit = useEditPupil(classId, pupil.id);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = pupilFrom(form);
    setTried(changed === null);
    if (changed !== null) edit.mutate(changed, { onSuccess: onClose });
  };
  return (
    <form className="classroom-form" noValidate onSubmit={submit}>
      <PupilFields form={form} onChange={onChange} tried={tried} />
      <div className="card-line">
        <p>{t('classroom.newCard.why', { number: pupil.cardNumber })}</p>
        <Button
          variant="default"
          leftSection={<IdCard size={18} aria-hidden="true" />}
          onClick={onNewCard}
        >
          {t('classroom.newCard.action')}
        </Button>
      </div>
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
