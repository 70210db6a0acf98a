import { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';

const MOMENTS = /At$/;

/**
 * The sentence for an error: `errors.<code>` of a refusal with its details, a kind word on the
 * network for a lost connection, and the general one for a bug. Details that end in `At` are
 * moments and are shown as time and date.
 */
export function useErrorText(): (error: unknown) => string {
  const { t, f } = useLanguage();
  return (error) => {
    if (error instanceof Refusal) {
      const values = Object.fromEntries(
        Object.entries(error.details).map(([name, value]) => [
          name,
          typeof value === 'number' && MOMENTS.test(name) ? f.dateTime(value) : String(value ?? ''),
        ]),
      );
      return t(`errors.${error.code}`, values);
    }
    return error instanceof Error && error.name === 'ConnectionLost'
      ? t('common.connectionLost')
      : t('errors.internal');
  };
}
