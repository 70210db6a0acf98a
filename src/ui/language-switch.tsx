import { Button } from '@mantine/core';
import { Languages } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';

/** Switches between Vietnamese and English in place: nothing on the page is lost. */
export function LanguageSwitch() {
  const { locale, switchTo, t } = useLanguage();
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <Button
      variant="subtle"
      lang={other}
      leftSection={<Languages size={18} aria-hidden="true" />}
      onClick={() => void switchTo(other)}
    >
      {t('common.otherLanguage')}
    </Button>
  );
}
