import { Button } from '@mantine/core';
import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { replay, pagesInOrder } from '@domain/story/story.ts';
import { STORY_FILE_SUFFIX, type StoryFile, unpackStory } from '@domain/story/story-file.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ConnectionLost } from '@platform/api-client.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import type { ExtraProps } from '../extra.ts';
import { PageThumb } from '../page-thumb.tsx';
import './import-dialog.css';

const PAGES_SHOWN = 6;

/** Opens a story from a file of one's own; the one on the desk is kept among the copies first. */
export function ImportDialog({ session, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<StoryFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const story = chosen === null ? null : replay(chosen.events);

  const read = async (file: File) => unpackStory(new Uint8Array(await file.arrayBuffer()));
  const choose = (file: File | undefined) => {
    if (!file) return;
    setChosen(null);
    setFailure(null);
    read(file).then(setChosen, setFailure);
  };
  const open = (file: StoryFile) => {
    setBusy(true);
    setFailure(null);
    session.openStoryFile(file).catch((error: unknown) => {
      setFailure(error);
      setBusy(false);
    });
  };

  return (
    <Dialog title={t('storyboard.import')} onClose={onClose}>
      <p>{t('storyboard.import.text')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={STORY_FILE_SUFFIX}
        aria-label={t('storyboard.import.choose')}
        onChange={(event) => {
          choose(event.currentTarget.files?.[0]);
          // The same file can be chosen again after a failure.
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant={chosen === null ? 'filled' : 'default'}
        leftSection={<FolderOpen size={20} aria-hidden="true" />}
        disabled={busy}
        onClick={() => input.current?.click()}
      >
        {t('storyboard.import.choose')}
      </Button>
      <div role="status">
        {chosen === null || story === null ? null : (
          <>
            <p className="import-title">
              {story.title === ''
                ? t('studio.copies.untitled', { pages: story.order.length })
                : t('studio.copies.story', { title: story.title, pages: story.order.length })}
            </p>
            <div className="import-pages">
              {pagesInOrder(story)
                .slice(0, PAGES_SHOWN)
                .map((page) => (
                  <PageThumb key={page.id} page={page} />
                ))}
            </div>
            <p>{t('storyboard.import.sure')}</p>
          </>
        )}
      </div>
      {failure === null ? null : failure instanceof ConnectionLost ? (
        <p className="studio-notice" role="alert">
          {t('storyboard.import.offline')}
        </p>
      ) : (
        <ErrorNote error={failure} />
      )}
      <div className="dialog-actions">
        <Button variant="default" disabled={busy} onClick={onClose}>
          {t('storyboard.import.no')}
        </Button>
        {chosen === null ? null : (
          <Button loading={busy} onClick={() => open(chosen)}>
            {t('storyboard.import.yes')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
