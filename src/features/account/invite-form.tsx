import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AnswerOf } from '@contract/route.ts';
import { acceptInvite, Password, type readInvite } from '@contract/session.ts';
import { Email, FullName } from '@domain/people/actor.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { HOME } from '@platform/places.ts';
import { useEnter } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';

export function InviteForm({
  token,
  invite,
}: {
  token: string;
  invite: AnswerOf<typeof readInvite>;
}) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const enter = useEnter();
  const first = invite.kind === 'first-organiser';
  const [form, setForm] = useState({
    fullName: invite.fullName ?? '',
    email: invite.email ?? '',
    password: '',
  });
  const [tried, setTried] = useState(false);
  const accept = useMutation({
    mutationFn: () =>
      call(acceptInvite, {
        body: first ? { token, ...form } : { token, password: form.password },
      }),
    onSuccess: (session) => {
      enter(session);
      void navigate(HOME[session.role], { replace: true });
    },
  });

  const fits = {
    fullName: FullName.safeParse(form.fullName).success,
    email: Email.safeParse(form.email).success,
    password: Password.safeParse(form.password).success,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fits.fullName && fits.email && fits.password) accept.mutate();
  };

  return (
    <form className="sign-in-form" noValidate onSubmit={submit}>
      {first ? (
        <p>{t('account.invite.firstLead')}</p>
      ) : (
        <p>{t('account.invite.lead', { name: form.fullName, email: form.email })}</p>
      )}
      {first ? (
        <>
          <TextInput
            name="fullName"
            autoComplete="name"
            label={t('account.invite.fullName')}
            value={form.fullName}
            onChange={(event) => setForm({ ...form, fullName: event.currentTarget.value })}
            error={tried && !fits.fullName ? t('account.invite.fullNameUnfinished') : null}
          />
          <TextInput
            name="email"
            type="email"
            autoComplete="username"
            label={t('account.adult.email')}
            value={form.email}
            onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
            error={tried && !fits.email ? t('account.adult.emailUnfinished') : null}
          />
        </>
      ) : (
        // Password managers keep a password under the name they find in the form.
        <input type="email" autoComplete="username" value={form.email} readOnly hidden />
      )}
      <PasswordInput
        name="password"
        autoComplete="new-password"
        label={t('account.invite.password')}
        description={t('account.invite.passwordRules')}
        visibilityToggleButtonProps={{ 'aria-label': t('account.adult.showPassword') }}
        value={form.password}
        onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
        error={tried && !fits.password ? t('errors.account.password-weak') : null}
      />
      {accept.isError ? <ErrorNote error={accept.error} /> : null}
      <Button type="submit" fullWidth loading={accept.isPending}>
        {t('account.invite.submit')}
      </Button>
    </form>
  );
}
