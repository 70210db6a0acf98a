import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { replayFilm } from '@domain/story/film.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { gatherAssets, storyAssets } from '@platform/story-assets.ts';
import { Dialog } from '@ui/dialog.tsx';
import { FilmPlayer } from '@ui/film-player.tsx';
import { Loading } from '@ui/loading.tsx';
import type { ExtraProps } from '../extra.ts';
import './preview-dialog.css';

/** How the story came to be, in half a minute: the same film that the jury sees. */
export function FilmDialog({ editor, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const [{ film, pages }] = useState(() => {
    editor.leaveText();
    const { story } = editor.store.getState();
    return { film: replayFilm(story), pages: pictureOf(story).pages };
  });
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void gatherAssets(pages.map(({ scene }) => scene)).then(() => setReady(true));
  }, [pages]);
  return (
    <Dialog title={t('film.title')} wide onClose={onClose}>
      <div className="preview">
        {!ready ? (
          <Loading />
        ) : film.beats.length === 0 ? (
          <p>{t('film.none')}</p>
        ) : (
          <FilmPlayer film={film} pages={pages} assets={storyAssets} label={t('film.title')} />
        )}
        <Button onClick={onClose}>{t('storyboard.overview.back')}</Button>
      </div>
    </Dialog>
  );
}
