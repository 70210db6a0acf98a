import { Link } from 'react-router';
import { type GalleryCard, readGalleryPage } from '@contract/gallery.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { useHost, useSession } from '@platform/queries.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { AuthorLines } from './author-line.tsx';
import { useGallery } from './gallery-queries.ts';
import { PublicPage } from './public-page.tsx';
import { RankRibbon } from './rank-ribbon.tsx';
import './gallery.css';

/** As many as a first screen shows: these are fetched at once, the rest when they come near. */
const FIRST_SCREEN = 6;
const NO_WORDS = '';

function Card({ card, eager }: { card: GalleryCard; eager: boolean }) {
  const { t } = useLanguage();
  return (
    <li>
      <article className="gallery-card">
        <img
          src={addressOf(readGalleryPage, { entryId: card.entryId, page: '1' })}
          alt={t('gallery.coverAlt', { title: card.title })}
          width={1600}
          height={1200}
          loading={eager ? 'eager' : 'lazy'}
        />
        <div className="gallery-card-words">
          <h2>
            <Link to={`/phong-tranh/${card.entryId}`}>{card.title}</Link>
          </h2>
          <AuthorLines authors={card.authors} />
          <p className="gallery-card-foot">
            <span>{t('gallery.pages', { count: card.pageCount })}</span>
            <RankRibbon rank={card.rank} />
          </p>
        </div>
      </article>
    </li>
  );
}

function QuietGallery({ published }: { published: boolean }) {
  const { t, f } = useLanguage();
  const host = useHost();
  const session = useSession();
  const edition = host.data?.edition ?? null;
  const mayDraw = edition?.phase === 'open' && session.data?.role !== 'organiser';
  return (
    <div className="gallery-quiet">
      <img src="/art/gallery-quiet.svg" alt={NO_WORDS} width={480} height={300} />
      <h2>{t(published ? 'gallery.none.title' : 'gallery.soon.title')}</h2>
      <p>
        {published
          ? t('gallery.none.text')
          : edition?.phase === 'open'
            ? t('gallery.soon.open', {
                time: f.time(edition.closesAt),
                date: f.date(edition.closesAt),
              })
            : t('gallery.soon.text')}
      </p>
      {mayDraw ? (
        <ButtonLink to={session.data?.role === 'pupil' ? '/ben-cang' : '/vao'} size="lg">
          {t('gallery.draw')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/" variant="default">
          {t('common.toStart')}
        </ButtonLink>
      )}
    </div>
  );
}

/** What the children drew, pictures first. */
export function GalleryPage() {
  const { t } = useLanguage();
  const host = useHost();
  const gallery = useGallery();
  const entries = gallery.data?.entries ?? [];
  return (
    <PublicPage>
      <div className="gallery-title">
        <h1>{t('gallery.title')}</h1>
        {entries.length > 0 ? (
          <p>
            {t('gallery.lead', {
              count: entries.length,
              edition: host.data?.edition?.name ?? t('common.product'),
            })}
          </p>
        ) : null}
      </div>
      {gallery.isPending ? <Loading /> : null}
      {gallery.isError ? (
        <ErrorNote error={gallery.error} onRetry={() => void gallery.refetch()} />
      ) : null}
      {gallery.data && entries.length === 0 ? (
        <QuietGallery published={gallery.data.publishedAt !== null} />
      ) : null}
      {entries.length > 0 ? (
        <ul className="gallery-cards">
          {entries.map((card, index) => (
            <Card key={card.entryId} card={card} eager={index < FIRST_SCREEN} />
          ))}
        </ul>
      ) : null}
      {gallery.data?.resultSha256 ? (
        <p className="gallery-seal">
          {t('gallery.seal')} <code>{gallery.data.resultSha256}</code>
        </p>
      ) : null}
    </PublicPage>
  );
}
