import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { SheetSummary, SheetView } from '@contract/judging.ts';
import { totalPoints } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { type HandedIn, HandedInNote, type SteppedBack } from './handed-in-note.tsx';
import { sheetQuery, useSheets } from './judging-queries.ts';
import { SheetDesk } from './sheet-desk.tsx';
import { nextUnfinished } from './sheet-list.ts';

/** One entry on the judge's desk. */
export function SheetPage() {
  const { t } = useLanguage();
  const { sheetId = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sheets = useSheets();
  const sheet = useQuery(sheetQuery(sheetId));
  const list: readonly SheetSummary[] = sheets.data?.sheets ?? [];
  const next = nextUnfinished(list, sheetId);

  // The next entry is there before it is asked for.
  const nextId = next?.id ?? null;
  useEffect(() => {
    if (nextId !== null) void queries.prefetchQuery(sheetQuery(nextId));
  }, [nextId, queries]);

  if (sheet.isPending || sheets.isPending) return <Loading />;
  const failed = sheet.isError ? sheet : sheets.isError ? sheets : null;
  if (failed !== null || sheet.data === undefined || sheets.data === undefined) {
    return (
      <main id="main" className="desk-failed">
        <h1>{t('judging.place')}</h1>
        <ErrorNote error={failed?.error} onRetry={() => void failed?.refetch()} />
        <ButtonLink to="/cham" variant="default">
          {t('judging.toList')}
        </ButtonLink>
      </main>
    );
  }

  const onHandedIn = (done: SheetView) => {
    const handedIn: HandedIn = { code: done.blindCode, total: totalPoints(done.points) };
    void navigate(nextId === null ? '/cham' : `/cham/${nextId}`, { state: { handedIn } });
  };
  const onSteppedBack = () => {
    const steppedBack: SteppedBack = { code: sheet.data.blindCode };
    void navigate(nextId === null ? '/cham' : `/cham/${nextId}`, { state: { steppedBack } });
  };
  return (
    <SheetDesk
      key={sheetId}
      sheet={sheet.data}
      sheets={list}
      open={sheets.data.judgingOpen}
      nextId={nextId}
      note={<HandedInNote />}
      onHandedIn={onHandedIn}
      onSteppedBack={onSteppedBack}
    />
  );
}
