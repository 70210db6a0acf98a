import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AdultRole, Email, FullName } from '@domain/people/actor.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import type { Unit } from './missing-steps.ts';
import { useAddAccount } from './organiser-queries.ts';

const EMPTY = { fullName: '', email: '' };

/** Adds a teacher, judge or organiser; the answer carries the link that is shown once. */
export function AccountForm({
  schools,
  onAdded,
}: {
  schools: readonly Unit[];
  onAdded: (fullName: string, link: string) => void;
}) {
  const { t } = useLanguage();
  const [role, setRole] = useState<AdultRole>('teacher');
  const [schoolId, setSchoolId] = useState('');
  const [text, setText] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const add = useAddAccount();
  const needsSchool = role === 'teacher';
  const wrong = {
    school: needsSchool && schoolId === '',
    fullName: !FullName.safeParse(text.fullName).success,
    email: !Email.safeParse(text.email).success,
  };
  const problem = (field: keyof typeof wrong) =>
    asked && wrong[field] ? t(`organiser.accounts.problem.${field}`) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong.school || wrong.fullName || wrong.email) return;
    add.mutate(
      { role, ...text, schoolId: needsSchool ? schoolId : null },
      {
        onSuccess: ({ account, inviteLink }) => {
          onAdded(account.fullName, inviteLink);
          setText(EMPTY);
          setAsked(false);
        },
      },
    );
  };

  return (
    <form className="set-up-form" noValidate onSubmit={submit}>
      <div className="field-pair">
        <NativeSelect
          label={t('organiser.accounts.role')}
          value={role}
          data={AdultRole.options.map((value) => ({ value, label: t(`organiser.role.${value}`) }))}
          onChange={(event) => setRole(AdultRole.parse(event.currentTarget.value))}
        />
        {needsSchool ? (
          <NativeSelect
            label={t('organiser.accounts.school')}
            value={schoolId}
            error={problem('school')}
            data={[
              { value: '', label: t('organiser.accounts.chooseSchool') },
              ...schools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setSchoolId(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <div className="field-pair">
        <TextInput
          label={t('organiser.accounts.fullName')}
          value={text.fullName}
          maxLength={80}
          error={problem('fullName')}
          onChange={(event) => setText({ ...text, fullName: event.currentTarget.value })}
        />
        <TextInput
          label={t('organiser.accounts.email')}
          type="email"
          autoComplete="off"
          value={text.email}
          maxLength={254}
          error={problem('email')}
          onChange={(event) => setText({ ...text, email: event.currentTarget.value })}
        />
      </div>
      {add.isError ? <ErrorNote error={add.error} /> : null}
      <Button type="submit" loading={add.isPending}>
        {t('organiser.accounts.add')}
      </Button>
    </form>
  );
}
