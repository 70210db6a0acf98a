import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';

const WAYS = [
  { name: 'pupils', to: '/vao', picture: '/art/harbour-draw.svg' },
  { name: 'adults', to: '/dang-nhap', picture: '/art/harbour-works.svg' },
  { name: 'games', to: '/hoc-choi', picture: '/art/harbour-play.svg' },
  { name: 'gallery', to: '/phong-tranh', picture: '/art/harbour-gallery.svg' },
] as const;

/** The doors of the contest. */
export function WaysIn() {
  const { t } = useLanguage();
  return (
    <nav aria-label={t('account.way.title')}>
      <ul className="ways">
        {WAYS.map(({ name, to, picture }) => (
          <li key={name}>
            <Link to={to} className={`way way-${name}`}>
              <img src={picture} alt="" width="320" height="200" />
              <span className="way-words">
                <span className="way-name">
                  {t(`account.way.${name}`)}
                  <ArrowRight size={22} aria-hidden="true" />
                </span>
                <span className="way-about">{t(`account.way.${name}About`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
