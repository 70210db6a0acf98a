import { Button, useMantineColorScheme } from '@mantine/core';
import { Moon, Sun } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';

/** Night colours, for judges who work in the evening. */
export function NightSwitch() {
  // To hold transitions back Mantine would add a style element, which the policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { t } = useLanguage();
  const night = colorScheme === 'dark';
  const Icon = night ? Sun : Moon;
  return (
    <Button
      variant="subtle"
      aria-pressed={night}
      leftSection={<Icon size={18} aria-hidden="true" />}
      onClick={() => setColorScheme(night ? 'light' : 'dark')}
    >
      {night ? t('common.day') : t('common.night')}
    </Button>
  );
}
