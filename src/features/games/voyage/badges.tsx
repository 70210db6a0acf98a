import { Eye, Sailboat, Turtle, Waves } from 'lucide-react';
import { BADGES, type BadgeId } from '@domain/games/badges.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useBadges } from '../games-queries.ts';
import './badges.css';

const SIGNS = {
  'first-sweep': Sailboat,
  'clean-sea': Waves,
  'gentle-hand': Turtle,
  'sharp-eye': Eye,
} as const;

export function Badge({ id, won }: { id: BadgeId; won: boolean }) {
  const { t } = useLanguage();
  const Sign = SIGNS[id];
  return (
    <li className="badge" data-won={won}>
      <span className="badge-sign" aria-hidden="true">
        <Sign />
      </span>
      <span>
        <strong>{t(`games.badge.${id}`)}</strong>
        {won ? null : <span>{t(`games.badge.how.${id}`)}</span>}
      </span>
    </li>
  );
}

/** The pupil's badges: what is won, and how to win the others. */
export function Badges() {
  const { t } = useLanguage();
  const badges = useBadges(true);
  if (badges.data === undefined) return null;
  const { badges: won } = badges.data;
  return (
    <section className="voyage-badges" aria-label={t('games.badge.title')}>
      <h2>{t('games.badge.title')}</h2>
      <p>{t('games.badge.lead')}</p>
      <ul className="badges">
        {BADGES.map((id) => (
          <Badge key={id} id={id} won={won.includes(id)} />
        ))}
      </ul>
    </section>
  );
}
