import { ArrowLeft } from 'lucide-react';
import { useParams } from 'react-router';
import { readGalleryPage } from '@contract/gallery.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { useErrorText } from '@ui/use-error-text.ts';
import { AuthorLines } from './author-line.tsx';
import { useGalleryEntry } from './gallery-queries.ts';
import { GalleryReader } from './gallery-told.tsx';
import { PublicPage } from './public-page.tsx';
import { RankRibbon } from './rank-ribbon.tsx';
import './gallery.css';

/** Not published, or no such story: trying again would change nothing. */
function NotHere({ error }: { error: Refusal }) {
  const { t } = useLanguage();
  const textOf = useErrorText();
  return (
    <div className="gallery-quiet">
      <img src="/art/gallery-quiet.svg" alt="" width={480} height={300} />
      <p role="alert">{textOf(error)}</p>
      <ButtonLink to="/phong-tranh">{t('gallery.back')}</ButtonLink>
    </div>
  );
}

/** One published story to read, page by page. */
export function EntryPage() {
  const { t } = useLanguage();
  const { entryId = '' } = useParams();
  const entry = useGalleryEntry(entryId);
  const back = (
    <ButtonLink
      to="/phong-tranh"
      variant="subtle"
      leftSection={<ArrowLeft size={18} aria-hidden="true" />}
    >
      {t('gallery.back')}
    </ButtonLink>
  );
  if (entry.data === undefined) {
    return (
      <PublicPage>
        <div className="gallery-title">
          {back}
          <h1>{t('gallery.title')}</h1>
        </div>
        {entry.isPending ? <Loading /> : null}
        {entry.error instanceof Refusal ? (
          <NotHere error={entry.error} />
        ) : entry.isError ? (
          <ErrorNote error={entry.error} onRetry={() => void entry.refetch()} />
        ) : null}
      </PublicPage>
    );
  }
  const { title, captions, altTexts, authors, rank } = entry.data;
  const pages = captions.map((caption, index) => ({
    src: addressOf(readGalleryPage, { entryId, page: String(index + 1) }),
    alt: altTexts[index] || t('gallery.pageAlt', { page: index + 1, title }),
    caption,
  }));
  return (
    <PublicPage>
      <div className="gallery-entry">
        <div className="gallery-title">
          {back}
          <h1>{title}</h1>
          <div className="gallery-entry-authors">
            <AuthorLines authors={authors} />
            <RankRibbon rank={rank} />
          </div>
        </div>
        <GalleryReader
          entryId={entryId}
          pages={pages}
          label={t('gallery.story', { title })}
          wideKeys
        />
      </div>
    </PublicPage>
  );
}
