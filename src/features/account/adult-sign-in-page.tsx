import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { Email } from '@domain/people/actor.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useHost, useSession } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import { destination } from './after-sign-in.ts';
import { DemoSignInList } from './demo-sign-ins.tsx';
import { AdultFill, filledIn } from './filled-in.ts';
import { useAdultSignIn } from './use-adult-sign-in.ts';
import './sign-in.css';

export function AdultSignInPage() {
  const { t } = useLanguage();
  const location = useLocation();
  const navigate = useNavigate();
  const session = useSession();
  const host = useHost();
  const signIn = useAdultSignIn(host.data);
  const [form, setForm] = useState<AdultFill>(
    () => filledIn(AdultFill, location.state) ?? { email: '', password: '' },
  );
  const [tried, setTried] = useState(false);

  const role = session.data?.role ?? 'public';
  if (role !== 'public' && role !== 'pupil') {
    return <Navigate to={destination(role, location.state)} replace />;
  }
  const emailFits = Email.safeParse(form.email).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (emailFits && form.password !== '') signIn.mutate(form);
  };

  return (
    <OpenPage tone="foam">
      <div className="sign-in">
        <div>
          <h1>{t('account.adult.title')}</h1>
          <p>{t('account.adult.lead')}</p>
        </div>
        {host.isPending ? <Loading /> : null}
        {host.isError ? <ErrorNote error={host.error} onRetry={() => void host.refetch()} /> : null}
        {host.isSuccess ? (
          <form className="sign-in-form" noValidate onSubmit={submit}>
            <TextInput
              name="email"
              type="email"
              autoComplete="username"
              label={t('account.adult.email')}
              value={form.email}
              onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
              error={tried && !emailFits ? t('account.adult.emailUnfinished') : null}
            />
            <PasswordInput
              name="password"
              autoComplete="current-password"
              label={t('account.adult.password')}
              visibilityToggleButtonProps={{ 'aria-label': t('account.adult.showPassword') }}
              value={form.password}
              onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
              error={tried && form.password === '' ? t('account.adult.passwordUnfinished') : null}
            />
            {signIn.isError ? <ErrorNote error={signIn.error} /> : null}
            <Button type="submit" fullWidth loading={signIn.isPending}>
              {t('account.adult.submit')}
            </Button>
            <p className="sign-in-other">{t('account.adult.forgotten')}</p>
            <p className="sign-in-other">
              {t('account.adult.notAdult')} <Link to="/vao">{t('account.adult.pupils')}</Link>
            </p>
          </form>
        ) : null}
        {host.data?.demo ? (
          <DemoSignInList
            demo={host.data.demo}
            onPick={(pick) => {
              if (pick.to === '/dang-nhap') setForm(pick.fill);
              else void navigate(pick.to, { state: { fill: pick.fill } });
            }}
          />
        ) : null}
      </div>
    </OpenPage>
  );
}
