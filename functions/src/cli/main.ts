import { createTranslator, type Locale } from '@i18n/translate.ts';
import cliEn from '@i18n/locales/en/cli.json';
import errorsEn from '@i18n/locales/en/errors.json';
import objectionsEn from '@i18n/locales/en/objections.json';
import refusalsEn from '@i18n/locales/en/refusals.json';
import cliVi from '@i18n/locales/vi/cli.json';
import errorsVi from '@i18n/locales/vi/errors.json';
import objectionsVi from '@i18n/locales/vi/objections.json';
import refusalsVi from '@i18n/locales/vi/refusals.json';
import { machineClock } from '@server/adapters/embedded/machine-clock.ts';
import { machineRandomness } from '@server/adapters/embedded/machine-randomness.ts';
import { runCommand } from './run.ts';

const CATALOGUES = {
  vi: { ...cliVi, ...errorsVi, ...refusalsVi, ...objectionsVi },
  en: { ...cliEn, ...errorsEn, ...refusalsEn, ...objectionsEn },
};

function translatorFor(locale: Locale) {
  const translator = createTranslator(locale);
  translator.add(CATALOGUES[locale]);
  return translator.t;
}

// Backups hold children's names and drawings: for their own user alone.
process.umask(0o077);

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  clock: machineClock,
  randomness: machineRandomness,
  translatorFor,
  print: console.log,
  complain: console.error,
});
