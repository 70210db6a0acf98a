import { Check, CircleOff, Download, ShieldCheck } from 'lucide-react';
import { readCertificateAuthority } from '@contract/host.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useHost } from '@platform/queries.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OpenPage } from '@ui/open-page.tsx';
import { TrustSteps } from './trust-steps.tsx';
import './trust.css';

/** Guides a device of the school through trusting this host's own certificate authority. */
export function TrustPage() {
  const host = useHost();
  return (
    <OpenPage tone="foam">
      <div className="trust">
        {window.isSecureContext ? <AllWell /> : null}
        {!window.isSecureContext && host.isPending ? <Loading /> : null}
        {!window.isSecureContext && host.isError ? (
          <ErrorNote error={host.error} onRetry={() => void host.refetch()} />
        ) : null}
        {!window.isSecureContext && host.isSuccess ? (
          <Guide secureUrl={host.data.secureUrl} />
        ) : null}
      </div>
    </OpenPage>
  );
}

function AllWell() {
  const { t } = useLanguage();
  return (
    <div className="trust-well">
      <ShieldCheck size={56} aria-hidden="true" />
      <h1>{t('account.trust.wellTitle')}</h1>
      <p>{t('account.trust.wellText')}</p>
      <ButtonLink to="/">{t('common.toStart')}</ButtonLink>
    </div>
  );
}

function Guide({ secureUrl }: { secureUrl: string | null }) {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t('account.trust.title')}</h1>
      <p>{t('account.trust.lead')}</p>
      <WhatWorks />
      {secureUrl === null ? (
        <p className="trust-panel">{t('account.trust.noSecureSide')}</p>
      ) : (
        <>
          <section className="trust-panel">
            <h2>{t('account.trust.downloadTitle')}</h2>
            <p>{t('account.trust.downloadText')}</p>
            <a className="trust-button" href={readCertificateAuthority.path} download>
              <Download size={20} aria-hidden="true" />
              {t('account.trust.download')}
            </a>
          </section>
          <section className="trust-panel">
            <h2>{t('account.trust.installTitle')}</h2>
            <TrustSteps />
          </section>
          <section className="trust-panel">
            <h2>{t('account.trust.openTitle')}</h2>
            <p>{t('account.trust.openText')}</p>
            <a className="trust-button" href={secureUrl}>
              <ShieldCheck size={20} aria-hidden="true" />
              {t('account.trust.open')}
            </a>
            <p className="trust-address">{secureUrl}</p>
          </section>
        </>
      )}
      <ButtonLink to="/" variant="default">
        {t('account.trust.without')}
      </ButtonLink>
    </>
  );
}

function WhatWorks() {
  const { t } = useLanguage();
  return (
    <section className="trust-works">
      <div>
        <h2>{t('account.trust.worksTitle')}</h2>
        <p>
          <Check size={22} aria-hidden="true" />
          {t('account.trust.works')}
        </p>
      </div>
      <div>
        <h2>{t('account.trust.missingTitle')}</h2>
        <p>
          <CircleOff size={22} aria-hidden="true" />
          {t('account.trust.missing')}
        </p>
      </div>
    </section>
  );
}
