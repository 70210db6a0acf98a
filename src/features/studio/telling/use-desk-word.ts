import { useLanguage } from '@i18n/use-language.tsx';
import type { DeskWord } from './recording-desk.ts';

/** What has just happened at the microphone, in words. */
export function useDeskWord(
  word: DeskWord | null,
  numberOf: (page: number) => number,
  minutes: number,
): string {
  const { t } = useLanguage();
  switch (word?.kind) {
    case undefined:
      return '';
    case 'kept':
      return t('telling.kept', { page: numberOf(word.page) });
    case 'turned':
      return t('telling.turned', { page: numberOf(word.page) });
    case 'told-already':
      return t('telling.toldAlready', { page: numberOf(word.page) });
    case 'too-short':
      return t('telling.tooShort');
    case 'limit':
      return t('telling.limit', { minutes });
    case 'full':
      return t('telling.full');
  }
}
