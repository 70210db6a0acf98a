import { readOwnBook } from '@contract/book.ts';
import type { Receipt } from '@domain/entry/entry.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { FileLink } from '@ui/file-link.tsx';
import { OwnToldReader } from './telling/own-told.tsx';
import { useOwnPages } from './use-own-pages.ts';

/** The studio after submission: the story as it was handed in, to look at. */
export function SubmittedStory({ entryId, receipt }: { entryId: Id; receipt: Receipt }) {
  const { t } = useLanguage();
  const pages = useOwnPages(entryId, receipt);
  return (
    <main id="main" className="studio-done">
      <h1>{t('studio.done.title')}</h1>
      <p>{t('studio.done.text')}</p>
      <h2>{receipt.title}</h2>
      <div className="studio-done-acts">
        <ButtonLink to="/bien-nhan">{t('studio.done.receipt')}</ButtonLink>
        <ButtonLink to="/ben-cang" variant="default">
          {t('studio.toHarbour')}
        </ButtonLink>
        <FileLink href={addressOf(readOwnBook, { entryId })} fileName={`${receipt.number}.pdf`}>
          {t('storyboard.export.book')}
        </FileLink>
      </div>
      <OwnToldReader
        entryId={entryId}
        tells={receipt.tellingHash !== null}
        pages={pages}
        label={t('studio.receipt.reader')}
      />
    </main>
  );
}
