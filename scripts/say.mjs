import { readFileSync } from 'node:fs';

// Read as plain JSON: these scripts run before any package is installed.
const messages = JSON.parse(
  readFileSync(new URL('../src/i18n/locales/vi/scripts.json', import.meta.url), 'utf8'),
);

function text(key, values = {}) {
  return messages[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

export function say(key, values) {
  console.log(text(key, values));
}

export function sayAside(key, values) {
  console.error(text(key, values));
}
