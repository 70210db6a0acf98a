import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { ClassName } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useCreateClass } from './class-queries.ts';

export function CreateClassDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const create = useCreateClass();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const fits = ClassName.safeParse(name).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fits) create.mutate(name, { onSuccess: ({ id }) => void navigate(`/lop/${id}`) });
  };
  return (
    <Dialog title={t('classroom.create.title')} onClose={onClose}>
      <form className="classroom-form" noValidate onSubmit={submit}>
        <TextInput
          label={t('classroom.create.name')}
          description={t('classroom.create.nameHint')}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !fits ? t('classroom.create.nameUnfinished') : null}
        />
        {create.isError ? <ErrorNote error={create.error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('classroom.create.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
