import { ShieldCheck } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import type { HostView } from '@contract/host.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { HOME } from '@platform/places.ts';
import { useHost, useSession } from '@platform/queries.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import { DemoSignInList } from './demo-sign-ins.tsx';
import { PhaseLine } from './phase-line.tsx';
import { WaysIn } from './ways-in.tsx';
import './landing.css';

/** Official names run to two lines of print; the doors below stay on the first screen. */
const LONG_NAME = 56;

export function LandingPage() {
  const { t } = useLanguage();
  const host = useHost();
  return (
    <OpenPage tone="sand">
      {host.isPending ? <Loading /> : null}
      {host.isError ? (
        <div className="landing-rest landing-lost">
          <h1>{t('common.product')}</h1>
          <ErrorNote error={host.error} onRetry={() => void host.refetch()} />
        </div>
      ) : null}
      {host.isSuccess ? <Landing host={host.data} /> : null}
    </OpenPage>
  );
}

function Landing({ host }: { host: HostView }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <>
      <section className="hero">
        <img className="hero-sea" src="/art/sea.svg" alt="" width="1440" height="560" />
        <div className="hero-words">
          {host.edition === null ? <NotSetUp /> : <Edition edition={host.edition} />}
        </div>
      </section>
      <div className="landing-rest">
        <WayBack />
        <WaysIn />
        {host.demo ? (
          <DemoSignInList
            demo={host.demo}
            onPick={({ to, fill }) => void navigate(to, { state: { fill } })}
          />
        ) : null}
        {host.secureUrl !== null && !window.isSecureContext ? (
          <p className="landing-note">
            <ShieldCheck size={22} aria-hidden="true" />
            <span>
              {t('account.insecure')} <Link to="/tin-cay">{t('account.insecureLink')}</Link>
            </span>
          </p>
        ) : null}
      </div>
    </>
  );
}

function Edition({ edition }: { edition: NonNullable<HostView['edition']> }) {
  const { t } = useLanguage();
  return (
    <>
      <p className="hero-province">{t('account.province', { province: edition.province })}</p>
      <h1 data-long={edition.name.length > LONG_NAME}>{edition.name}</h1>
      {edition.theme === '' ? null : <p className="hero-theme">{edition.theme}</p>}
      <PhaseLine edition={edition} />
    </>
  );
}

function NotSetUp() {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t('account.notSetUp.title')}</h1>
      <p className="hero-theme">{t('account.notSetUp.text')}</p>
      <p className="hero-theme">{t('account.notSetUp.next')}</p>
      <ButtonLink to="/dang-nhap" className="hero-action">
        {t('account.notSetUp.signIn')}
      </ButtonLink>
    </>
  );
}

/** For somebody who is signed in already: the way to their own room. */
function WayBack() {
  const { t } = useLanguage();
  const session = useSession();
  if (!session.isSuccess || session.data.role === 'public') return null;
  const { role, displayName } = session.data;
  return (
    <div className="landing-back">
      <p>{t('account.signedIn', { name: displayName ?? '' })}</p>
      <ButtonLink to={HOME[role]}>{t('account.toOwnRoom')}</ButtonLink>
    </div>
  );
}
