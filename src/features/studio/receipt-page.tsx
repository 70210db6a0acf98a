import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { DraftView } from '@contract/pupil.ts';
import type { Receipt } from '@domain/entry/entry.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useHost, useSession } from '@platform/queries.ts';
import { readPreference, writePreference } from '@platform/preferences.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { MessagePage } from '@ui/message-page.tsx';
import { ReceiptWords } from './receipt-words.tsx';
import { OwnToldReader } from './telling/own-told.tsx';
import { useDraft, useOwnPages } from './use-own-pages.ts';
import './receipt-page.css';

/** Whether this arrival is the first after submitting: a feast is celebrated once. */
function useFirstSight(number: string): boolean {
  const { state } = useLocation() as { state: { celebrate?: boolean } | null };
  const name = `celebrated:${number}`;
  const [first] = useState(() => state?.celebrate === true && readPreference(name) === null);
  useEffect(() => {
    if (first) writePreference(name, 'yes');
  }, [first, name]);
  return first;
}

function ReceiptCard({ draft, receipt }: { draft: DraftView; receipt: Receipt }) {
  const { t, f } = useLanguage();
  const pages = useOwnPages(draft.entryId, receipt);
  const first = useFirstSight(receipt.number);
  const name = useSession().data?.displayName ?? '';
  const edition = useHost().data?.edition?.name ?? '';
  const facts = [
    { label: 'studio.receipt.number', value: receipt.number },
    { label: 'studio.receipt.pupil', value: name },
    { label: 'studio.receipt.time', value: f.dateTime(receipt.submittedAt) },
    { label: 'studio.receipt.story', value: receipt.title },
    { label: 'studio.receipt.pages', value: f.integer(receipt.pageCount) },
  ] as const;
  const hashes = [
    { label: 'studio.receipt.pictureHash', value: receipt.pictureHash },
    { label: 'studio.receipt.processHash', value: receipt.processHash },
    ...(receipt.tellingHash === null
      ? []
      : [{ label: 'telling.receipt.hash', value: receipt.tellingHash } as const]),
  ] as const;
  return (
    <main id="main" className="receipt">
      <div className="receipt-sea" data-first={first} aria-hidden="true">
        <span className="receipt-boat" />
      </div>
      <h1>{t('studio.receipt.thanks')}</h1>
      {first ? (
        <p className="receipt-cheer" role="status">
          {t('studio.receipt.celebrate')}
        </p>
      ) : null}
      <div className="receipt-paper">
        <section className="receipt-card" aria-labelledby="receipt-title">
          <h2 id="receipt-title">{t('studio.receipt.title')}</h2>
          <p className="receipt-edition">{edition}</p>
          <dl>
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <dl className="receipt-hashes">
            {hashes.map(({ label, value }) => (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="receipt-hashes">{t('studio.receipt.hashes')}</p>
        </section>
        <div className="receipt-acts">
          <ButtonLink to="/ben-cang">{t('studio.toHarbour')}</ButtonLink>
          <Button
            variant="default"
            leftSection={<Printer size={20} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('common.print')}
          </Button>
        </div>
      </div>
      <ReceiptWords entryId={draft.entryId} />
      <OwnToldReader
        entryId={draft.entryId}
        tells={receipt.tellingHash !== null}
        pages={pages}
        label={t('studio.receipt.reader')}
      />
    </main>
  );
}

/** The receipt of the pupil's own entry, at `/bien-nhan`. */
export function ReceiptPage() {
  const { t } = useLanguage();
  const draft = useDraft();
  if (draft.isPending) return <Loading />;
  if (draft.isError) {
    return (
      <MessagePage title={t('studio.receipt.title')} text={t('studio.receipt.noneText')}>
        <ErrorNote error={draft.error} onRetry={() => void draft.refetch()} />
      </MessagePage>
    );
  }
  const { receipt } = draft.data;
  if (receipt !== null) return <ReceiptCard draft={draft.data} receipt={receipt} />;
  return (
    <MessagePage title={t('studio.receipt.none')} text={t('studio.receipt.noneText')}>
      <ButtonLink to="/ve">{t('studio.receipt.draw')}</ButtonLink>
    </MessagePage>
  );
}
