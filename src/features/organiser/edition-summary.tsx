import type { EditionView } from '@domain/contest/edition.ts';
import { useLanguage } from '@i18n/use-language.tsx';

/** The edition as it was set up; it can no longer be changed here. */
export function EditionSummary({
  edition,
  judgesPerEntry,
}: {
  edition: EditionView;
  judgesPerEntry: number;
}) {
  const { t, f } = useLanguage();
  const lines = [
    { label: t('organiser.edition.name'), value: edition.name },
    { label: t('organiser.edition.province'), value: edition.province },
    { label: t('organiser.edition.theme'), value: edition.theme },
    {
      label: t('organiser.edition.pages'),
      value: t('organiser.edition.pagesRange', { min: edition.minPages, max: edition.maxPages }),
    },
    { label: t('organiser.edition.opensAt'), value: f.dateTime(edition.opensAt) },
    { label: t('organiser.edition.closesAt'), value: f.dateTime(edition.closesAt) },
    { label: t('organiser.edition.judgesPerEntry'), value: String(judgesPerEntry) },
  ].filter(({ value }) => value !== '');
  return (
    <section aria-labelledby="edition-title">
      <h2 id="edition-title">{t('organiser.setUp.edition')}</h2>
      <dl className="summary">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
