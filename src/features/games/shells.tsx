import { useLanguage } from '@i18n/use-language.tsx';

/** An ending's reward: up to three shells. */
export function Shells({ count }: { count: 0 | 1 | 2 | 3 }) {
  const { t } = useLanguage();
  return (
    <p className="shells" role="img" aria-label={t('games.shells', { count })}>
      {[1, 2, 3].map((place) => (
        <svg key={place} viewBox="0 0 64 64" data-won={place <= count} aria-hidden="true">
          <path d="M32 6C14 6 6 24 8 38c8 4 14 12 16 20h16c2-8 8-16 16-20C58 24 50 6 32 6Z" />
          <path d="M32 10v46M22 14c-2 12 2 30 6 42M42 14c2 12-2 30-6 42M13 26c4 10 9 22 13 30M51 26c-4 10-9 22-13 30" />
        </svg>
      ))}
    </p>
  );
}
