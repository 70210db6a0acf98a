import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { DraftCopy } from '@contract/pupil.ts';
import { replay } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { ServerState } from '@platform/drafts/draft-sync.ts';
import type { OtherCopy } from '@platform/drafts/open-story.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { useErrorText } from '@ui/use-error-text.ts';
import { PageThumb } from './page-thumb.tsx';
import type { StudioSession } from './studio-session.ts';
import './copies-dialog.css';

/** Each is a whole story to fetch and to draw: an old machine on a weak network gets a few. */
const COPIES_AT_ONCE = 5;

type Chosen = Pick<OtherCopy, 'events' | 'bytes'>;

function KeptCopy({
  copy,
  session,
  here,
  mayOpen,
  onOpen,
}: {
  copy: DraftCopy;
  session: StudioSession;
  /** It is what lies on the desk now. */
  here: boolean;
  mayOpen: boolean;
  onOpen: (chosen: Chosen) => void;
}) {
  const { t, f } = useLanguage();
  const textOf = useErrorText();
  const when = useId();
  const act = useId();
  const read = useQuery({
    queryKey: ['draft-copy', copy.processHash],
    queryFn: async () => {
      const chosen = await session.readCopy(copy.processHash);
      return { chosen, story: replay(chosen.events) };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  const story = read.data?.story;
  const cover = story?.pages.get(story.order[0]!);
  return (
    <li>
      <div className="kept-cover">{cover ? <PageThumb page={cover} /> : null}</div>
      <div className="kept-words">
        <p id={when}>
          <strong>{f.dateTime(copy.savedAt)}</strong>
        </p>
        {copy.side ? <p>{t('studio.copies.side')}</p> : null}
        {story ? (
          <p>
            {story.title === ''
              ? t('studio.copies.untitled', { pages: story.order.length })
              : t('studio.copies.story', { title: story.title, pages: story.order.length })}
          </p>
        ) : null}
        {read.isPending ? <p role="status">{t('common.loading')}</p> : null}
        {read.isError ? <p role="status">{textOf(read.error)}</p> : null}
      </div>
      {here ? <p className="kept-here">{t('studio.copies.here')}</p> : null}
      {!here && read.isError ? (
        <button type="button" className="studio-button" onClick={() => void read.refetch()}>
          {t('common.tryAgain')}
        </button>
      ) : null}
      {!here && !read.isError ? (
        <button
          id={act}
          type="button"
          className="studio-button"
          aria-labelledby={`${act} ${when}`}
          disabled={!mayOpen || !read.data}
          onClick={() => read.data && onOpen(read.data.chosen)}
        >
          {t('studio.copies.open')}
        </button>
      ) : null}
    </li>
  );
}

/** Why no copy can be put in place of the story now; null when one can. */
function useHindrance(server: ServerState): string | null {
  const { t } = useLanguage();
  const textOf = useErrorText();
  if (server.kind === 'refused') return textOf(server.refusal);
  if (server.kind === 'apart') return t('studio.apart.later');
  return server.kind === 'away' ? t('studio.copies.away') : null;
}

/** What the server keeps of the story, to go back to: the choice is saved on top, nothing goes. */
export function CopiesDialog({
  session,
  server,
  onClose,
}: {
  session: StudioSession;
  server: ServerState;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const [shown, setShown] = useState(COPIES_AT_ONCE);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const hindrance = useHindrance(server);
  const kept = useQuery({
    queryKey: ['draft-copies'],
    queryFn: () => session.listCopies(),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

  const open = (chosen: Chosen) => {
    setBusy(true);
    setFailure(null);
    void session.takeBack(chosen).catch((error: unknown) => {
      setFailure(error);
      setBusy(false);
    });
  };

  const { copies, drawnHere } = kept.data ?? { copies: [], drawnHere: '' };
  return (
    <Dialog title={t('studio.copies')} onClose={onClose}>
      {kept.isPending ? <Loading /> : null}
      {kept.isError && hindrance === null ? (
        <ErrorNote error={kept.error} onRetry={() => void kept.refetch()} />
      ) : null}
      {kept.isSuccess && copies.length === 0 ? <p>{t('studio.copies.none')}</p> : null}
      {copies.length > 0 ? <p>{t('studio.copies.text')}</p> : null}
      <div className="kept-note">
        {hindrance === null ? null : (
          <p className="studio-notice" role="status">
            {hindrance}
          </p>
        )}
        {failure === null || hindrance !== null ? null : <ErrorNote error={failure} />}
      </div>
      <ul className="kept-copies">
        {copies.slice(0, shown).map((copy) => (
          <KeptCopy
            key={copy.processHash}
            copy={copy}
            session={session}
            here={copy.processHash === drawnHere}
            mayOpen={!busy && hindrance === null}
            onOpen={open}
          />
        ))}
      </ul>
      <div className="dialog-actions">
        {hindrance !== null && kept.isError ? (
          <Button variant="default" onClick={() => void kept.refetch()}>
            {t('common.tryAgain')}
          </Button>
        ) : null}
        {copies.length > shown ? (
          <Button variant="default" onClick={() => setShown(shown + COPIES_AT_ONCE)}>
            {t('studio.copies.older')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
