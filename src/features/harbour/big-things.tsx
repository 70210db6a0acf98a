import { ArrowRight, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HarbourView } from '@contract/pupil.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { isOver } from './deadline.ts';

/** The large things to do. What leads nowhere yet is told, not offered. */
export function BigThings({ harbour }: { harbour: HarbourView }) {
  const { t } = useLanguage();
  const published = harbour.edition.phase === 'published';
  return (
    <ul className="things">
      <DrawThing harbour={harbour} />
      <WorkThing harbour={harbour} />
      <Thing to="/hoc-choi" picture="/art/harbour-play.svg" name={t('harbour.play.title')}>
        {t('harbour.play.about')}
      </Thing>
      <Thing
        to="/phong-tranh"
        picture="/art/harbour-gallery.svg"
        name={t(published ? 'harbour.gallery.published' : 'harbour.gallery.title')}
      >
        {t(published ? 'harbour.gallery.publishedAbout' : 'harbour.gallery.about')}
      </Thing>
    </ul>
  );
}

function DrawThing({ harbour: { entry, edition } }: { harbour: HarbourView }) {
  const { t } = useLanguage();
  const picture = '/art/harbour-draw.svg';
  if (entry?.state === 'submitted') {
    return (
      <Thing picture={picture} name={t('harbour.draw.submitted')} done>
        {t('harbour.draw.submittedAbout')}
      </Thing>
    );
  }
  if (isOver(edition)) {
    return (
      <Thing picture={picture} name={t('harbour.draw.over')}>
        {t('harbour.draw.overAbout')}
      </Thing>
    );
  }
  if (entry === null || entry.savedAt === null) {
    return (
      <Thing to="/ve" picture={picture} name={t('harbour.draw.begin')} first>
        {t('harbour.draw.beginAbout', { min: edition.minPages, max: edition.maxPages })}
      </Thing>
    );
  }
  return (
    <Thing to="/ve" picture={picture} name={t('harbour.draw.goOn')} first>
      {t(entry.title === '' ? 'harbour.draw.goOnUntitled' : 'harbour.draw.goOnAbout', {
        title: entry.title,
        pages: entry.pageCount,
      })}
    </Thing>
  );
}

function WorkThing({ harbour: { entry, edition } }: { harbour: HarbourView }) {
  const { t, f } = useLanguage();
  const picture = '/art/harbour-works.svg';
  const receipt = entry?.receipt ?? null;
  if (receipt === null && isOver(edition) && entry !== null && entry.savedAt !== null) {
    return (
      <Thing to="/ve" picture={picture} name={t('harbour.work.title')} first>
        {t(entry.title === '' ? 'harbour.work.lateUntitled' : 'harbour.work.late', {
          title: entry.title,
          pages: entry.pageCount,
        })}
      </Thing>
    );
  }
  if (receipt === null) {
    return (
      <Thing picture={picture} name={t('harbour.work.title')}>
        {t(isOver(edition) ? 'harbour.work.never' : 'harbour.work.none')}
      </Thing>
    );
  }
  return (
    <Thing to="/bien-nhan" picture={picture} name={t('harbour.work.title')} first>
      {t('harbour.work.receipt', {
        title: receipt.title,
        number: receipt.number,
        time: f.time(receipt.submittedAt),
        date: f.date(receipt.submittedAt),
      })}
    </Thing>
  );
}

function Thing({
  to,
  picture,
  name,
  first = false,
  done = false,
  children,
}: {
  to?: string;
  picture: string;
  name: string;
  first?: boolean;
  done?: boolean;
  children: ReactNode;
}) {
  const inside = (
    <>
      <img src={picture} alt="" width="320" height="200" />
      <span className="thing-words">
        <span className="thing-name">
          {name}
          {to === undefined ? null : <ArrowRight size={24} aria-hidden="true" />}
          {done ? <CircleCheck size={26} className="thing-done" aria-hidden="true" /> : null}
        </span>
        <span className="thing-about">{children}</span>
      </span>
    </>
  );
  return (
    <li>
      {to === undefined ? (
        <div className="thing thing-told">{inside}</div>
      ) : (
        <Link to={to} className={first ? 'thing thing-first' : 'thing'}>
          {inside}
        </Link>
      )}
    </li>
  );
}
