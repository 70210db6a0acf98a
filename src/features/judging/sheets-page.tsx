import { Lock, PartyPopper } from 'lucide-react';
import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { readSheetPage, type SheetSummary } from '@contract/judging.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { HandedInNote } from './handed-in-note.tsx';
import { CalibrationFirst } from './calibration/calibration-first.tsx';
import { JudgeShell } from './judge-shell.tsx';
import { useSheets } from './judging-queries.ts';
import {
  countDone,
  nextUnfinished,
  SHEET_FILTERS,
  type SheetFilter,
  showSheets,
} from './sheet-list.ts';
import { PairsNote } from './pairs/pairs-note.tsx';
import { SheetProgress } from './sheet-progress.tsx';
import { StateMark } from './state-mark.tsx';
import './sheets-page.css';

const WORDS_ARE_BESIDE = '';

function SheetCard({ sheet, place }: { sheet: SheetSummary; place: number }) {
  const { t } = useLanguage();
  return (
    <li>
      <Link className="sheet-card" to={`/cham/${sheet.id}`} data-state={sheet.state}>
        <span className="sheet-card-picture">
          <img
            src={addressOf(readSheetPage, { sheetId: sheet.id, page: '1' })}
            alt={WORDS_ARE_BESIDE}
            width={1600}
            height={1200}
            loading="lazy"
          />
        </span>
        <span className="sheet-card-words">
          <span className="sheet-card-place">
            {t('judging.list.place', { place, code: sheet.blindCode })}
          </span>
          <span className="sheet-card-title">{sheet.title}</span>
          <span className="sheet-card-foot">
            <StateMark state={sheet.state} />
            <span>
              {sheet.state === 'submitted' && sheet.total !== null
                ? t('judging.list.total', { total: sheet.total })
                : t('judging.list.pages', { count: sheet.pageCount })}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}

function FilterBar({
  sheets,
  chosen,
  choose,
}: {
  sheets: readonly SheetSummary[];
  chosen: SheetFilter;
  choose: (filter: SheetFilter) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="sheet-filter" role="group" aria-label={t('judging.filter.label')}>
      {SHEET_FILTERS.map((filter) => (
        <Button
          key={filter}
          variant={filter === chosen ? 'filled' : 'default'}
          aria-pressed={filter === chosen}
          onClick={() => choose(filter)}
        >
          {t(`judging.filter.${filter}`, { count: showSheets(sheets, filter).length })}
        </Button>
      ))}
    </div>
  );
}

function AllSheets({ sheets, open }: { sheets: readonly SheetSummary[]; open: boolean }) {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const chosen = SHEET_FILTERS.find((filter) => filter === search.get('loc')) ?? 'all';
  const shown = showSheets(sheets, chosen);
  const finished = countDone(sheets) === sheets.length;
  return (
    <>
      {open ? null : (
        <p className="sheet-banner">
          <Lock aria-hidden="true" />
          {t('judging.closed')}
        </p>
      )}
      {open && finished ? (
        <p className="sheet-banner" data-kind="done">
          <PartyPopper aria-hidden="true" />
          {t('judging.allDone')}
        </p>
      ) : null}
      <SheetProgress sheets={sheets} />
      <FilterBar
        sheets={sheets}
        chosen={chosen}
        choose={(filter) => setSearch(filter === 'all' ? {} : { loc: filter }, { replace: true })}
      />
      {shown.length === 0 ? (
        <p role="status">{t(`judging.filter.none.${chosen}`)}</p>
      ) : (
        <ol className="sheet-cards">
          {shown.map((sheet) => (
            <SheetCard key={sheet.id} sheet={sheet} place={sheets.indexOf(sheet) + 1} />
          ))}
        </ol>
      )}
    </>
  );
}

/** The judge's first page: own sheets in own order, or what comes before them. */
export function SheetsPage() {
  const { t } = useLanguage();
  const sheets = useSheets();
  const { data } = sheets;
  const next = data?.judgingOpen ? nextUnfinished(data.sheets) : null;
  const waits = data !== undefined && data.waiting > 0;
  return (
    <JudgeShell
      title={t('judging.list.title')}
      lead={t('judging.list.lead')}
      action={
        next ? <ButtonLink to={`/cham/${next.id}`}>{t('judging.goOn')}</ButtonLink> : undefined
      }
    >
      <HandedInNote />
      <PairsNote />
      {sheets.isPending ? <Loading /> : null}
      {sheets.isError ? (
        <ErrorNote error={sheets.error} onRetry={() => void sheets.refetch()} />
      ) : null}
      {waits ? <CalibrationFirst waiting={data.waiting} /> : null}
      {data && !waits && data.sheets.length === 0 ? (
        <EmptyState
          title={t('judging.empty.title')}
          text={t(data.judgingOpen ? 'judging.empty.text' : 'judging.closed')}
        />
      ) : null}
      {data && data.sheets.length > 0 ? (
        <AllSheets sheets={data.sheets} open={data.judgingOpen} />
      ) : null}
    </JudgeShell>
  );
}
