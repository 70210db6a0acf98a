import { Heart } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';

/** How the round stands: always on one line above the game. */
export function Hud({ points, children }: { points: number; children?: ReactNode }) {
  const { t, f } = useLanguage();
  return (
    <div className="hud">
      <strong className="hud-points">{t('games.points', { points: f.integer(points) })}</strong>
      {children}
    </div>
  );
}

export function Hearts({ left, of, label }: { left: number; of: number; label: string }) {
  return (
    <span className="hud-hearts" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <Heart key={i} aria-hidden="true" data-left={i < left} />
      ))}
    </span>
  );
}

/** A share as a bar with its number: never by colour alone. */
export function Meter({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <span className="hud-meter">
      <span>{label}</span>
      <progress value={Math.max(0, value)} max={max} aria-label={label} />
    </span>
  );
}

/** What the last move did, in words and with a sign; read out at once. */
export function Verdict({
  outcome,
  children,
}: {
  outcome: 'right' | 'partly' | 'wrong' | null;
  children: ReactNode;
}) {
  return (
    <div className="verdict" data-outcome={outcome ?? 'none'} role="status">
      {children}
    </div>
  );
}
