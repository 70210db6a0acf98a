import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { readSheetFilm, readSheetPhoto, readSheetPicture } from '@contract/evidence.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { decodeFilm } from '@domain/story/film-codec.ts';
import { decodePicture } from '@domain/story/picture-codec.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { callForBytes } from '@platform/api-client.ts';
import { gatherAssets, providePhotos, storyAssets } from '@platform/story-assets.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { FilmPlayer } from '@ui/film-player.tsx';
import { Loading } from '@ui/loading.tsx';

async function loadFilm(sheetId: Id) {
  const params = { sheetId };
  const [film, picture] = await Promise.all([
    callForBytes(readSheetFilm, { params }),
    callForBytes(readSheetPicture, { params }),
  ]);
  const { pages } = decodePicture(picture);
  providePhotos(async (hash) => {
    const bytes = await callForBytes(readSheetPhoto, { params: { sheetId, hash } });
    return createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
  await gatherAssets(pages.map(({ scene }) => scene));
  return { film: decodeFilm(film), pages };
}

/** How the picture came to be, where its strokes are still there. */
export function FilmDialog({ sheetId, onClose }: { sheetId: Id; onClose: () => void }) {
  const { t } = useLanguage();
  const loaded = useQuery({
    queryKey: ['sheet-film', sheetId],
    queryFn: () => loadFilm(sheetId),
    staleTime: Infinity,
    retry: false,
  });
  const gone = loaded.error instanceof Refusal && loaded.error.code === 'not-found';
  return (
    <Dialog title={t('desk.film.title')} wide onClose={onClose}>
      <div className="desk-film">
        <p>{t('desk.film.about')}</p>
        {loaded.isPending ? <Loading /> : null}
        {loaded.isError && !gone ? (
          <ErrorNote error={loaded.error} onRetry={() => void loaded.refetch()} />
        ) : null}
        {gone || loaded.data?.film.beats.length === 0 ? <p>{t('desk.film.none')}</p> : null}
        {loaded.data !== undefined && loaded.data.film.beats.length > 0 ? (
          <FilmPlayer
            film={loaded.data.film}
            pages={loaded.data.pages}
            assets={storyAssets}
            label={t('desk.film.title')}
            ground="grey"
          />
        ) : null}
        <Button variant="default" onClick={onClose}>
          {t('desk.film.close')}
        </Button>
      </div>
    </Dialog>
  );
}
