import { Link } from 'react-router';
import { useLanguage } from '@i18n/use-language.tsx';
import type { ShellCount } from '../play/voyage-log.ts';
import { Shells } from '../shells.tsx';

/** One stop of the voyage: where it is, what is played there, what was won. */
export function Station({
  to,
  number,
  place,
  title,
  about,
  picture,
  shells,
  isNext = false,
}: {
  to: string;
  number: number;
  place: string;
  title: string;
  about: string;
  picture: string;
  shells?: ShellCount;
  isNext?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <li>
      <Link to={to} className="station" data-next={isNext}>
        <img src={picture} alt="" width="84" height="84" />
        <span className="station-words">
          <span className="station-place">
            <span className="station-number">{number}</span>
            {place}
            {isNext ? <span className="station-next">{t('games.voyage.next')}</span> : null}
          </span>
          <span className="station-title">{title}</span>
          <span className="station-about">{about}</span>
        </span>
        {shells === undefined ? null : <Shells count={shells} />}
      </Link>
    </li>
  );
}
