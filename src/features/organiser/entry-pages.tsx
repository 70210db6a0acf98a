import { readEntryPage } from '@contract/calibration.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import './entry-pages.css';

/** The pages of a submitted entry, side by side, without who made them. */
export function EntryPages({
  entryId,
  blindCode,
  pageCount,
}: {
  entryId: Id;
  blindCode: string;
  pageCount: number;
}) {
  const { t } = useLanguage();
  return (
    <ul className="entry-pages" aria-label={t('desk.references.pages', { code: blindCode })}>
      {Array.from({ length: pageCount }, (_, index) => {
        const src = addressOf(readEntryPage, { entryId, page: String(index + 1) });
        return (
          <li key={src}>
            <a href={src} target="_blank" rel="noreferrer">
              <img
                src={src}
                alt={t('desk.references.page', { page: index + 1, code: blindCode })}
                width={1600}
                height={1200}
                loading="lazy"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
