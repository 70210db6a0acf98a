import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { signInWithCard } from '@contract/session.ts';
import { HOME } from '@platform/places.ts';
import { call } from '@platform/api-client.ts';
import { useEnter } from '@platform/queries.ts';
import { CardSecret } from '@domain/classroom/card.ts';
import { Refusal, refuse } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import './sign-in.css';

/** Opened by the QR code on a card: the secret stands behind the `#` and never reaches a log. */
export function CardLinkPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const enter = useEnter();
  const { hash } = useLocation();
  const [secret] = useState(() => hash.slice(1));
  const signIn = useMutation({
    mutationFn: async () => {
      if (!CardSecret.safeParse(secret).success) throw refuse('sign-in.card-link-wrong');
      return call(signInWithCard, { body: { secret } });
    },
    onSuccess: (session) => {
      enter(session);
      void navigate(HOME.pupil, { replace: true });
    },
  });
  const { mutate } = signIn;
  useEffect(() => {
    // The next user of a shared tablet must not find the secret in the history.
    window.history.replaceState(window.history.state, '', '/the');
    mutate();
  }, [mutate]);

  return (
    <OpenPage tone="sand">
      {signIn.isError ? (
        <div className="sign-in">
          <h1>{t('account.card.failed')}</h1>
          {signIn.error instanceof Refusal ? (
            <ErrorNote error={signIn.error} />
          ) : (
            <ErrorNote error={signIn.error} onRetry={() => mutate()} />
          )}
          <ButtonLink to="/vao" size="lg" radius="lg">
            {t('account.card.typePin')}
          </ButtonLink>
        </div>
      ) : (
        <>
          <h1 className="visually-hidden">{t('account.card.opening')}</h1>
          <Loading />
        </>
      )}
    </OpenPage>
  );
}
