import { TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { FullName } from '@domain/people/actor.ts';
import type { IsoDay } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { dayFromText, plausibleBirth } from './birth-date.ts';

export type PupilForm = { readonly fullName: string; readonly birthDate: string };

/** The form as the server takes it; null while a field cannot be right. */
export function pupilFrom(form: PupilForm): { fullName: string; birthDate: IsoDay } | null {
  const birthDate = birthDateOf(form);
  return birthDate !== null && FullName.safeParse(form.fullName).success
    ? { fullName: form.fullName, birthDate }
    : null;
}

function birthDateOf(form: PupilForm): IsoDay | null {
  const day = dayFromText(form.birthDate);
  return day !== null && plausibleBirth(day, new Date().getFullYear()) ? day : null;
}

export function PupilFields({
  form,
  onChange,
  tried,
  nameField,
}: {
  form: PupilForm;
  onChange: (form: PupilForm) => void;
  tried: boolean;
  nameField?: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useLanguage();
  const nameFits = FullName.safeParse(form.fullName).success;
  return (
    <div className="pupil-fields">
      <TextInput
        ref={nameField ?? null}
        label={t('classroom.pupil.fullName')}
        description={t('classroom.pupil.fullNameHint')}
        autoComplete="off"
        value={form.fullName}
        onChange={(event) => onChange({ ...form, fullName: event.currentTarget.value })}
        error={tried && !nameFits ? t('classroom.pupil.fullNameUnfinished') : null}
      />
      <TextInput
        label={t('classroom.pupil.birthDate')}
        description={t('classroom.pupil.birthDateHint')}
        autoComplete="off"
        value={form.birthDate}
        onChange={(event) => onChange({ ...form, birthDate: event.currentTarget.value })}
        error={
          tried && birthDateOf(form) === null ? t('classroom.pupil.birthDateUnfinished') : null
        }
      />
    </div>
  );
}
