import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { readInvite } from '@contract/session.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import { InviteForm } from './invite-form.tsx';
import './sign-in.css';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A one-time link: the first organiser says who they are, others only choose a password. */
export function InvitePage() {
  const { t } = useLanguage();
  const token = useLocation().hash.slice(1);
  const complete = TOKEN.test(token);
  const invite = useQuery({
    queryKey: ['invite', token],
    queryFn: ({ signal }) => call(readInvite, { body: { token }, signal }),
    enabled: complete,
    staleTime: Infinity,
  });

  return (
    <OpenPage tone="foam">
      <div className="sign-in">
        <h1>
          {t(
            invite.data?.kind === 'first-organiser'
              ? 'account.invite.firstTitle'
              : 'account.invite.title',
          )}
        </h1>
        {complete && invite.isPending ? <Loading /> : null}
        {complete ? null : <p>{t('account.invite.cutOff')}</p>}
        {invite.isError ? (
          <>
            {invite.error instanceof Refusal ? (
              <ErrorNote error={invite.error} />
            ) : (
              <ErrorNote error={invite.error} onRetry={() => void invite.refetch()} />
            )}
            <ButtonLink to="/dang-nhap" variant="default">
              {t('account.invite.toSignIn')}
            </ButtonLink>
          </>
        ) : null}
        {invite.isSuccess ? <InviteForm token={token} invite={invite.data} /> : null}
      </div>
    </OpenPage>
  );
}
