import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { useStore } from 'zustand';
import type { EditionView } from '@domain/contest/edition.ts';
import { MAX_PAGES } from '@domain/story/limits.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call, callForBytes } from '@platform/api-client.ts';
import { askToPersist } from '@platform/drafts/ask-to-persist.ts';
import { openJournal } from '@platform/drafts/journal.ts';
import { openTabChannel } from '@platform/drafts/one-tab.ts';
import type { PhotoKeeper } from '@platform/drafts/photo-keeper.ts';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import { storyTransport } from '@platform/drafts/transport.ts';
import { HOME } from '@platform/places.ts';
import { useHost } from '@platform/queries.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { MessagePage } from '@ui/message-page.tsx';
import { DrawingRoom } from './drawing-room.tsx';
import { useKnownEdition } from './known-edition.ts';
import { useKnownPupil } from './known-pupil.ts';
import { SubmittedStory } from './submitted-story.tsx';
import { createStudioSession, type StudioSession } from './studio-session.ts';
// In this order: the layouts for smaller glass overrule what stands before them.
import './studio.css';
import './tool-rail.css';
import './rail-panels.css';
import './desk.css';
import './storyboard/page-strip.css';
import './messages.css';
import './layouts.css';
import './rail-layouts.css';

type Visit = {
  readonly owner: string;
  readonly minPages: number;
  readonly maxPages: number;
  /** Whether stories are told here. */
  readonly tells: boolean;
};

/** Fetched only where stories are told: who only draws needs nothing of it. */
async function makeTellingKeeper(): Promise<TellingKeeper | null> {
  const modules = await Promise.all([
    import('@platform/drafts/telling-keeper.ts'),
    import('@platform/drafts/telling-store.ts'),
    import('@platform/drafts/telling-transport.ts'),
  ]).catch(() => null);
  // Without the network one can still draw.
  if (modules === null) return null;
  const [{ createTellingKeeper }, { openTellings }, { tellingTransport }] = modules;
  const transport = tellingTransport({ call, callForBytes });
  return createTellingKeeper({ openStore: openTellings, transport });
}

/** Fetched beside the first page: stories without a photograph need it only when one is put in. */
async function makePhotoKeeper(): Promise<PhotoKeeper | undefined> {
  const modules = await Promise.all([
    import('@platform/drafts/photo-keeper.ts'),
    import('@platform/drafts/photo-store.ts'),
    import('@platform/photo-pictures.ts'),
  ]).catch(() => null);
  if (modules === null) return undefined;
  const [{ createPhotoKeeper }, { openPhotos }, { showPhotosOf }] = modules;
  const keeper = createPhotoKeeper({ openStore: openPhotos, way: { call, callForBytes } });
  showPhotosOf(keeper);
  return keeper;
}

/** One session of the studio for as long as the page is open. */
function useStudioSession({ owner, minPages, maxPages, tells }: Visit): StudioSession | null {
  const [session, setSession] = useState<StudioSession | null>(null);
  useEffect(() => {
    let opened: StudioSession | null = null;
    let left = false;
    void openJournal().then(async (journal) => {
      const [telling, photos] = await Promise.all([
        tells ? makeTellingKeeper() : null,
        makePhotoKeeper(),
      ]);
      if (left) {
        journal.close();
        return;
      }
      opened = createStudioSession({
        transport: storyTransport({ call, callForBytes }),
        journal,
        owner,
        limits: { minPages, maxPages },
        now: Date.now,
        me: `${performance.timeOrigin}-${Math.random()}`,
        channel: openTabChannel,
        telling,
        ...(photos ? { photos } : {}),
      });
      setSession(opened);
      await opened.open();
    });
    return () => {
      left = true;
      setSession(null);
      void opened?.end();
    };
  }, [owner, minPages, maxPages, tells]);
  return session;
}

/** Saves whenever the page may be about to go, and tries again when the network comes back. */
function useSaveOnLeaving(session: StudioSession): void {
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const flush = () => void session.flush();
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') flush();
      else session.wake();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      const state = session.store.getState();
      if (state.phase !== 'drawing') return;
      const keptHere = state.local === 'saved' || state.local === 'saving';
      if (!keptHere && state.server.kind !== 'saved') event.preventDefault();
    };
    document.addEventListener('visibilitychange', onVisibility, { signal });
    // Not at the door: when the first marks lie on this device.
    const stopAsking = session.store.subscribe((state, before) => {
      if (state.phase !== 'drawing' || before.phase !== 'drawing') return;
      if (before.local !== 'saving' || state.local !== 'saved') return;
      stopAsking();
      askToPersist();
    });
    signal.addEventListener('abort', stopAsking);
    window.addEventListener('pagehide', flush, { signal });
    window.addEventListener('online', () => session.wake(), { signal });
    window.addEventListener('beforeunload', onUnload, { signal });
    return () => ending.abort();
  }, [session]);
}

function Message({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="studio-message">
      <MessagePage title={title} text={text}>
        {children}
      </MessagePage>
    </div>
  );
}

function OpenStudio({ session, edition }: { session: StudioSession; edition: EditionView | null }) {
  const { t } = useLanguage();
  const state = useStore(session.store);
  useSaveOnLeaving(session);
  switch (state.phase) {
    case 'opening':
      return <Loading />;
    case 'failed':
      return (
        <Message title={t('studio.failed.title')} text={t('studio.failed.text')}>
          <ErrorNote error={state.error} onRetry={() => void session.open()} />
          <ButtonLink to="/ben-cang" variant="default">
            {t('studio.toHarbour')}
          </ButtonLink>
        </Message>
      );
    case 'elsewhere':
      return (
        <Message title={t('studio.elsewhere.title')} text={t('studio.elsewhere.text')}>
          <Button onClick={() => void session.takeOver()}>{t('studio.elsewhere.take')}</Button>
          <ButtonLink to="/ben-cang" variant="default">
            {t('studio.toHarbour')}
          </ButtonLink>
        </Message>
      );
    case 'submitted':
      return <SubmittedStory entryId={state.entryId} receipt={state.receipt} />;
    case 'drawing':
      return <DrawingRoom key={state.entryId} state={state} session={session} edition={edition} />;
  }
}

function Studio({ edition, owner }: { edition: EditionView | null; owner: string }) {
  useOffline();
  const session = useStudioSession({
    owner,
    minPages: edition?.minPages ?? 1,
    maxPages: edition?.maxPages ?? MAX_PAGES,
    tells: edition !== null && edition.telling.mode !== 'none',
  });
  return session === null ? <Loading /> : <OpenStudio session={session} edition={edition} />;
}

/** Files for the next time without a network; no update while this page is open. */
function useOffline(): void {
  useEffect(() => {
    let putDown = () => {};
    let left = false;
    void import('@platform/offline/keep-offline.ts').then(
      ({ holdPen, keepOffline }) => {
        if (left) return;
        putDown = holdPen();
        void keepOffline();
      },
      // Without the network one can still draw.
      () => {},
    );
    return () => {
      left = true;
      putDown();
    };
  }, []);
}

/** The pupil's studio, at `/ve`. */
export function StudioPage() {
  const { t } = useLanguage();
  const pupil = useKnownPupil();
  const host = useHost();
  const edition = useKnownEdition(host.data?.edition);
  // Without the host one can still draw: its server will say at submission what is missing.
  if ((host.isPending && (host.failureCount === 0 || edition === null)) || pupil.isPending)
    return <Loading />;
  const { session, error, retry } = pupil;
  if (session === null) {
    return (
      <MessagePage title={t('common.product')}>
        <ErrorNote error={error} onRetry={retry} />
      </MessagePage>
    );
  }
  if (session.role === 'public') return <Navigate to="/vao" replace state={{ from: '/ve' }} />;
  if (session.role !== 'pupil') return <Navigate to={HOME[session.role]} replace />;
  return <Studio edition={edition} owner={session.displayName ?? ''} />;
}
