import { Button } from '@mantine/core';
import { Archive, FileSpreadsheet, FileText } from 'lucide-react';
import {
  type Decision,
  readArchive,
  readAwardList,
  readMinutes,
  readRatingsCsv,
  readSheetsCsv,
  readSheetsWorkbook,
} from '@contract/decision.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';

const FILES = [
  { key: 'minutes', route: readMinutes, name: 'bien-ban-cham.pdf', Icon: FileText },
  { key: 'awards', route: readAwardList, name: 'quyet-dinh-khen-thuong.pdf', Icon: FileText },
  { key: 'xlsx', route: readSheetsWorkbook, name: 'phieu-cham.xlsx', Icon: FileSpreadsheet },
  { key: 'csv', route: readSheetsCsv, name: 'phieu-cham.csv', Icon: FileSpreadsheet },
  { key: 'ratings', route: readRatingsCsv, name: 'RATINGS.csv', Icon: FileSpreadsheet },
] as const;

/** Papers to print and sign by hand, and the sheets for whoever wants to count again. */
export function FilesPart() {
  const { t } = useLanguage();
  return (
    <section className="decision-part" aria-labelledby="files-title">
      <h2 id="files-title">{t('decision.papers.title')}</h2>
      <div className="decision-buttons">
        {FILES.map(({ key, route, name, Icon }) => (
          <Button
            key={key}
            component="a"
            variant="default"
            href={addressOf(route, {})}
            download={name}
            leftSection={<Icon size={18} aria-hidden="true" />}
          >
            {t(`decision.papers.${key}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Every frozen version, newest first, with its archive. */
export function VersionsPart({ versions }: Pick<Decision, 'versions'>) {
  const { t, f } = useLanguage();
  return (
    <section className="decision-part" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('decision.versions.title')}</h2>
      {versions.length === 0 ? <p>{t('decision.versions.none')}</p> : null}
      <ul className="versions">
        {versions.toReversed().map((line) => (
          <li key={line.version}>
            <p>
              {t('decision.versions.line', {
                version: line.version,
                when: f.dateTime(line.frozenAt),
                name: line.frozenBy,
              })}
              {line.publishedAt === null
                ? null
                : `. ${t('decision.versions.published', { when: f.dateTime(line.publishedAt) })}`}
            </p>
            {line.reopenedAt === null ? null : (
              <p>
                {t('decision.versions.reopened', {
                  name: line.reopenedBy ?? '',
                  when: f.dateTime(line.reopenedAt),
                  reason: line.reopenReason ?? '',
                })}
              </p>
            )}
            <p className="hash-label">{t('decision.sign.hash')}</p>
            <code className="hash">{line.resultSha256}</code>
            <p />
            <Button
              component="a"
              variant="default"
              href={addressOf(readArchive, { version: String(line.version) })}
              download={`ket-qua-ban-${line.version}.zip`}
              leftSection={<Archive size={18} aria-hidden="true" />}
            >
              {t('decision.versions.archive')}
            </Button>
          </li>
        ))}
      </ul>
      {versions.length > 0 ? (
        <>
          <p className="hash-label">{t('decision.versions.verify')}</p>
          <code className="hash">{VERIFY}</code>
        </>
      ) : null}
    </section>
  );
}

const VERIFY = 'npm run --silent cli -- judging verify ket-qua-ban-1.zip --json';
