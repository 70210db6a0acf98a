import { Button, TextInput } from '@mantine/core';
import { QrCode } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import { readPreference } from '@platform/preferences.ts';
import { useHost, useSession } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import { destination } from './after-sign-in.ts';
import { DemoSignInList } from './demo-sign-ins.tsx';
import { filledIn, PupilFill } from './filled-in.ts';
import { fieldOf, type PupilField, unfinishedFields, usePupilSignIn } from './use-pupil-sign-in.ts';
import './sign-in.css';

const FIELDS = ['classCode', 'cardNumber', 'pin'] as const;

export function PupilSignInPage() {
  const { t } = useLanguage();
  const location = useLocation();
  const session = useSession();
  const host = useHost();
  const signIn = usePupilSignIn();
  const [form, setForm] = useState<PupilFill>(
    () =>
      filledIn(PupilFill, location.state) ?? {
        classCode: readPreference('class-code') ?? '',
        cardNumber: '',
        pin: '',
      },
  );
  const [unfinished, setUnfinished] = useState<readonly PupilField[]>([]);

  if (session.data?.role === 'pupil') {
    return <Navigate to={destination('pupil', location.state)} replace />;
  }
  const refusedField = fieldOf(signIn.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing = unfinishedFields(form);
    setUnfinished(missing);
    const first = missing[0];
    if (first === undefined) signIn.mutate(form);
    else focusField(event.currentTarget, first);
  };

  return (
    <OpenPage tone="sand">
      <div className="sign-in sign-in-pupil">
        <div className="sign-in-aside">
          <h1>{t('account.pupil.title')}</h1>
          <p>{t('account.pupil.lead')}</p>
          <img src="/art/card.svg" alt="" width="300" height="200" />
          <p className="sign-in-hint">
            <QrCode aria-hidden="true" />
            <span>{t('account.pupil.qrHint')}</span>
          </p>
        </div>
        <form className="sign-in-form" noValidate onSubmit={submit}>
          {FIELDS.map((field) => (
            <div key={field} className="sign-in-field">
              <TextInput
                name={field}
                size="lg"
                radius="lg"
                label={t(`account.pupil.${field}`)}
                description={t(`account.pupil.${field}Hint`)}
                autoComplete="off"
                autoCapitalize={field === 'classCode' ? 'characters' : 'off'}
                spellCheck={false}
                inputMode={field === 'classCode' ? 'text' : 'numeric'}
                classNames={{ input: `sign-in-${field}` }}
                value={form[field]}
                onChange={(event) => {
                  setForm({ ...form, [field]: event.currentTarget.value });
                  setUnfinished(unfinished.filter((name) => name !== field));
                }}
                error={
                  unfinished.includes(field)
                    ? t(`account.pupil.${field}Unfinished`)
                    : refusedField === field
                }
              />
              {refusedField === field ? <ErrorNote error={signIn.error} /> : null}
            </div>
          ))}
          {signIn.isError && refusedField === null ? <ErrorNote error={signIn.error} /> : null}
          <Button type="submit" size="lg" radius="lg" fullWidth loading={signIn.isPending}>
            {t('account.pupil.submit')}
          </Button>
          <p className="sign-in-other">
            {t('account.pupil.notPupil')} <Link to="/dang-nhap">{t('account.pupil.adults')}</Link>
          </p>
        </form>
        {host.data?.demo ? (
          <DemoSignInList
            demo={{ ...host.data.demo, adults: [] }}
            onPick={({ to, fill }) => {
              if (to === '/vao') setForm(fill);
            }}
          />
        ) : null}
      </div>
    </OpenPage>
  );
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}
