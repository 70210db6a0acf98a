import en from '@i18n/locales/en/host.json';
import vi from '@i18n/locales/vi/host.json';
import { createTranslator, type Locale, type Translate } from '@i18n/translate.ts';
import type { DemoSignIns } from '@contract/host.ts';

const CATALOGUES = { vi, en };

export function consoleTranslator(locale: Locale): Translate {
  const translator = createTranslator(locale);
  translator.add(CATALOGUES[locale]);
  return translator.t;
}

export type ReadyFacts = {
  readonly here: string;
  readonly lan: readonly string[];
  readonly lanSecure: readonly string[];
  readonly trustPage: string | null;
  readonly dataFolder: string;
  readonly demo: DemoSignIns | null;
  readonly firstOrganiserLink: string | null;
};

function signInLines(t: Translate, { adults, pupil }: DemoSignIns): string[] {
  return [
    t('host.signIns'),
    ...adults.map(
      ({ role, email, password }) =>
        `  ${t('host.adult', { role: t(`host.role.${role}`), email, password })}`,
    ),
    `  ${t('host.pupil', pupil)}`,
  ];
}

/** What the person who started the host reads when it is ready. */
export function readyText(t: Translate, facts: ReadyFacts): string {
  const { demo, firstOrganiserLink: link, trustPage } = facts;
  const lines = [
    '',
    t('host.title'),
    ...(demo ? [t('host.demo')] : []),
    '',
    t('host.here', { url: facts.here }),
    ...facts.lan.map((url) => t('host.lan', { url })),
    ...facts.lanSecure.map((url) => t('host.lanSecure', { url })),
    ...(trustPage ? [t('host.trust', { url: trustPage })] : []),
    '',
    ...(demo ? [...signInLines(t, demo), ''] : []),
    ...(link ? [t('host.firstOrganiser'), `  ${link}`, ''] : []),
    t('host.data', { folder: facts.dataFolder }),
    t('host.howToStop'),
    '',
  ];
  return `${lines.join('\n')}\n`;
}
