import { Button } from '@mantine/core';
import { CircleCheck, CircleMinus, Hourglass, Printer } from 'lucide-react';
import { useState } from 'react';
import type { AnswerOf } from '@contract/route.ts';
import type { Overview, RankingRow, readRanking } from '@contract/organiser.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { type Column, DataTable } from '@ui/data-table.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useOverview, usePublish, useRanking } from './organiser-queries.ts';
import { OrganiserShell } from './organiser-shell.tsx';
import './organiser.css';
import './ranking-page.css';

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

function useColumns(): Column<RankingRow>[] {
  const { t, f } = useLanguage();
  return [
    {
      key: 'rank',
      label: t('organiser.ranking.rank'),
      numeric: true,
      show: (row) =>
        row.rank === null ? (
          t('organiser.ranking.unranked')
        ) : (
          <span className="rank" data-top={row.rank <= 3 || undefined}>
            {row.rank}
          </span>
        ),
    },
    {
      key: 'title',
      label: t('organiser.ranking.title'),
      heading: true,
      show: (row) => (
        <>
          {row.title}
          <span className="rank-codes">
            {t('organiser.ranking.codes', { receipt: row.receiptNumber, code: row.blindCode })}
          </span>
        </>
      ),
    },
    {
      key: 'authors',
      label: t('organiser.ranking.authors'),
      show: (row) => row.authors.join(', '),
    },
    {
      key: 'class',
      label: t('organiser.ranking.class'),
      show: (row) =>
        t('organiser.ranking.classOf', { name: row.className, school: row.schoolName }),
    },
    {
      key: 'mean',
      label: t('organiser.ranking.mean'),
      numeric: true,
      show: (row) => (row.mean === null ? t('organiser.ranking.unranked') : f.mean(row.mean)),
    },
    {
      key: 'sheets',
      label: t('organiser.ranking.sheets'),
      numeric: true,
      show: (row) => t('organiser.numbers.of', { some: row.sheetCount, all: row.sheetsExpected }),
    },
    {
      key: 'gallery',
      label: t('organiser.ranking.gallery'),
      show: (row) => <GalleryMark allowed={row.galleryAllowed} />,
    },
  ];
}

function PublishDialog({ rows, onClose }: { rows: readonly RankingRow[]; onClose: () => void }) {
  const { t, f } = useLanguage();
  const publish = usePublish();
  const seen = rows.filter((row) => row.galleryAllowed).length;
  const unseen = rows.length - seen;
  return (
    <ConfirmDialog
      title={t('organiser.publish.ask')}
      confirm={t('organiser.publish.confirm')}
      busy={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ul className="publish-counts">
        <li>
          <CircleCheck aria-hidden="true" />
          {t('organiser.publish.seen', { seen: f.integer(seen) })}
        </li>
        {unseen > 0 ? (
          <li data-kind="unseen">
            <CircleMinus aria-hidden="true" />
            {t('organiser.publish.unseen', { unseen: f.integer(unseen) })}
          </li>
        ) : null}
      </ul>
      <p>{t('organiser.publish.later')}</p>
      <p>
        <strong>{t('organiser.deed.noReturn')}</strong>
      </p>
    </ConfirmDialog>
  );
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

function MainAction({ overview, onPublish }: { overview: Overview; onPublish: () => void }) {
  const { t } = useLanguage();
  if (overview.edition.phase === 'decided') {
    return <Button onClick={onPublish}>{t('organiser.publish')}</Button>;
  }
  if (overview.edition.phase === 'published') {
    return <ButtonLink to="/phong-tranh">{t('organiser.next.gallery')}</ButtonLink>;
  }
  return (
    <ButtonLink to="/ban-to-chuc" variant="default">
      {t('organiser.ranking.toOverview')}
    </ButtonLink>
  );
}

/** The ranking by plain mean, to look at, print, and publish. */
export function RankingPage() {
  const { t } = useLanguage();
  const overview = useOverview();
  const ranking = useRanking();
  const columns = useColumns();
  const [publishing, setPublishing] = useState(false);
  const failed = [overview, ranking].find((query) => query.isError);
  const ready = overview.data && ranking.data ? { ...ranking.data, overview: overview.data } : null;
  return (
    <OrganiserShell
      title={t('organiser.place.ranking')}
      lead={
        ready
          ? t('organiser.ranking.lead', {
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
            <MainAction overview={ready.overview} onPublish={() => setPublishing(true)} />
          </div>
        ) : undefined
      }
    >
      {failed ? (
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
      ) : ready === null ? (
        <Loading />
      ) : ready.rows.length === 0 ? (
        <EmptyState
          title={t('organiser.ranking.empty.title')}
          text={t('organiser.ranking.empty.text')}
        />
      ) : (
        <div className="ranking-table">
          <RankingState overview={ready.overview} ranking={ready} />
          <DataTable
            caption={t('organiser.place.ranking')}
            columns={columns}
            rows={ready.rows}
            rowKey={(row) => row.entryId}
          />
        </div>
      )}
      {publishing && ready ? (
        <PublishDialog rows={ready.rows} onClose={() => setPublishing(false)} />
      ) : null}
    </OrganiserShell>
  );
}
