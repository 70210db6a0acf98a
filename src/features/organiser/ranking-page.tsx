import { Button } from '@mantine/core';
import { CircleCheck, CircleMinus, Hourglass, Printer } from 'lucide-react';
import { useState } from 'react';
import { printEntry } from '@contract/book.ts';
import type { RankingDivision, RankingRow, readRanking } from '@contract/decision.ts';
import type { AnswerOf } from '@contract/route.ts';
import type { Overview } from '@contract/organiser.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { FileLink } from '@ui/file-link.tsx';
import { Loading } from '@ui/loading.tsx';
import { useRanking } from './decision/decision-queries.ts';
import { DivisionChoice } from './decision/division-choice.tsx';
import { commonScale, IntervalBar } from './decision/interval-bar.tsx';
import { ScoringLine } from './decision/scoring-line.tsx';
import { useOverview } from './organiser-queries.ts';
import { OrganiserShell } from './organiser-shell.tsx';
import './organiser.css';
import './ranking-page.css';
import './decision/decision.css';

type Ranking = AnswerOf<typeof readRanking>;

function GalleryMark({ allowed }: { allowed: boolean }) {
  const { t } = useLanguage();
  const Icon = allowed ? CircleCheck : CircleMinus;
  return (
    <span className="state-mark" data-good={allowed || undefined}>
      <Icon size={18} aria-hidden="true" />
      {t(allowed ? 'organiser.ranking.allowed' : 'organiser.ranking.notAllowed')}
    </span>
  );
}

function useTieText() {
  const { t } = useLanguage();
  return (rule: string) => {
    if (rule.startsWith('criterion:')) {
      return t('decision.tie.criterion', { name: rule.slice('criterion:'.length) });
    }
    return t(`decision.tie.${rule as 'median' | 'pairs' | 'draw' | 'final'}`);
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function Chance({ row, division }: { row: RankingRow; division: RankingDivision }) {
  const { t } = useLanguage();
  const parts = division.prizes
    .map(({ name }, index) => ({ prize: name, share: row.chances[index] ?? 0 }))
    .filter(({ share }) => share >= 0.005)
    .map(({ prize, share }) => t('decision.chances', { prize, percent: percent(share) }));
  return (
    <span className="chance">
      <strong>{row.rank === null ? t('decision.none') : percent(row.anyPrize)}</strong>
      {row.anyPrize < 0.995 || parts.length > 1
        ? parts.map((part) => <small key={part}>{part}</small>)
        : null}
    </span>
  );
}

function intervalOf({ low, high, raw, adjusted }: RankingRow, decides: 'raw' | 'adjusted') {
  const score = decides === 'adjusted' ? adjusted : raw;
  return low === null || high === null || score === null ? null : { low, high, score };
}

function useColumns(division: RankingDivision): Column<RankingRow>[] {
  const { t, f } = useLanguage();
  const tieText = useTieText();
  const { decides } = division;
  const prizeName = new Map(division.prizes.map(({ id, name }) => [id, name]));
  const scale = commonScale(division.rows.flatMap((row) => intervalOf(row, decides) ?? []));
  const points = (value: number | null) => (value === null ? t('decision.none') : f.mean(value));
  return [
    {
      key: 'rank',
      label: t('decision.column.rank'),
      numeric: true,
      show: (row) =>
        row.rank === null ? (
          t('decision.none')
        ) : (
          <span className="rank" data-top={row.prize !== null || undefined}>
            {row.rank}
          </span>
        ),
    },
    {
      key: 'title',
      label: t('decision.column.title'),
      heading: true,
      show: (row) => (
        <>
          {row.title}
          <span className="rank-codes">
            {t('decision.codes', {
              receipt: row.receiptNumber,
              code: row.blindCode,
              sheets: row.sheetCount,
              expected: row.sheetsExpected,
            })}
          </span>
          {row.inBand ? <span className="band-mark">{t('decision.inBand')}</span> : null}
          {row.brokenBy === null ? null : (
            <span className="rank-codes tie-note">{tieText(row.brokenBy)}</span>
          )}
        </>
      ),
    },
    {
      key: 'authors',
      label: t('decision.column.authors'),
      show: (row) => (
        <span className="who">
          {row.authors.join(', ')}
          <small>{t('decision.classOf', { name: row.className, school: row.schoolName })}</small>
          <GalleryMark allowed={row.galleryAllowed} />
          {row.printAllowed ? (
            <FileLink
              href={addressOf(printEntry, { entryId: row.entryId })}
              fileName={`${row.receiptNumber}-A3.pdf`}
              label={t('organiser.ranking.printFor', { title: row.title })}
            >
              {t('organiser.ranking.print')}
            </FileLink>
          ) : null}
        </span>
      ),
    },
    {
      key: 'raw',
      label: t('decision.column.raw'),
      numeric: true,
      show: (row) => points(row.raw),
    },
    {
      key: 'adjusted',
      label: t('decision.column.adjusted'),
      numeric: true,
      show: (row) => points(row.adjusted),
    },
    {
      key: 'interval',
      label: t('decision.column.interval'),
      show: (row) => {
        const interval = intervalOf(row, decides);
        return interval === null ? (
          t('decision.none')
        ) : (
          <IntervalBar interval={interval} scale={scale} />
        );
      },
    },
    {
      key: 'chance',
      label: t('decision.column.chance'),
      show: (row) => <Chance row={row} division={division} />,
    },
    {
      key: 'prize',
      label: t('decision.column.prize'),
      show: (row) =>
        row.prize === null ? t('decision.none') : (prizeName.get(row.prize) ?? row.prize),
    },
  ];
}

function RankingState({ overview, ranking }: { overview: Overview; ranking: Ranking }) {
  const { t, f } = useLanguage();
  if (overview.publishedAt !== null) {
    return (
      <p className="ranking-state" data-kind="published" role="status">
        <CircleCheck aria-hidden="true" />
        {t('organiser.ranking.published', { when: f.dateTime(overview.publishedAt) })}
      </p>
    );
  }
  if (!ranking.provisional) return null;
  return (
    <p className="ranking-state" role="status">
      <Hourglass aria-hidden="true" />
      {t('organiser.ranking.provisional')}
    </p>
  );
}

function DivisionTable({ division }: { division: RankingDivision }) {
  const { t } = useLanguage();
  const columns = useColumns(division);
  return (
    <>
      <ScoringLine decides={division.decides} reason={division.reason} />
      {division.bandCount > 0 ? (
        <p className="band-line">{t('decision.bands', { count: division.bandCount })}</p>
      ) : null}
      <DataTable
        caption={t('organiser.place.ranking')}
        columns={columns}
        rows={division.rows}
        rowKey={(row) => row.entryId}
      />
    </>
  );
}

function MainAction({ overview }: { overview: Overview }) {
  const { t } = useLanguage();
  const { phase } = overview.edition;
  return phase === 'decided' || phase === 'published' ? (
    <ButtonLink to="/ban-to-chuc/quyet-dinh">{t('decision.toDecision')}</ButtonLink>
  ) : (
    <ButtonLink to="/ban-to-chuc" variant="default">
      {t('organiser.ranking.toOverview')}
    </ButtonLink>
  );
}

/** Entries by division: raw and adjusted scores, how sure they are, and the prize each would get. */
export function RankingPage() {
  const { t } = useLanguage();
  const overview = useOverview();
  const ranking = useRanking();
  const [wanted, setWanted] = useState<string | null>(null);
  const failed = [overview, ranking].find((query) => query.isError);
  const ready = overview.data && ranking.data ? { ...ranking.data, overview: overview.data } : null;
  const division = ready?.divisions.find(({ id }) => id === wanted) ?? ready?.divisions[0];
  return (
    <OrganiserShell
      title={t('organiser.place.ranking')}
      lead={
        ready
          ? t('decision.ranking.lead', {
              edition: ready.overview.edition.name,
              max: ready.maxTotal,
            })
          : undefined
      }
      action={
        ready ? (
          <div className="ranking-actions">
            <Button
              variant="default"
              leftSection={<Printer size={18} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {t('common.print')}
            </Button>
            <MainAction overview={ready.overview} />
          </div>
        ) : undefined
      }
    >
      {failed ? (
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
      ) : ready === null || division === undefined ? (
        <Loading />
      ) : ready.divisions.every(({ rows }) => rows.length === 0) ? (
        <EmptyState
          title={t('organiser.ranking.empty.title')}
          text={t('organiser.ranking.empty.text')}
        />
      ) : (
        <div className="ranking-table">
          <RankingState overview={ready.overview} ranking={ready} />
          <DivisionChoice
            divisions={ready.divisions}
            chosen={division.id}
            onChoose={setWanted}
            label={t('organiser.place.ranking')}
          />
          <DivisionTable key={division.id} division={division} />
        </div>
      )}
    </OrganiserShell>
  );
}
