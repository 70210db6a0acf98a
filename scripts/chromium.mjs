import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const FOLDERS_OF_WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

function candidates() {
  const windows = FOLDERS_OF_WINDOWS.flatMap((name) =>
    process.env[name]
      ? [
          join(process.env[name], 'Google/Chrome/Application/chrome.exe'),
          join(process.env[name], 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  );
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows,
  ].filter(Boolean);
}

/** Path of a browser for the browser tests, or null. CHROMIUM_PATH decides when it is set. */
export function findChromium() {
  return candidates().find((path) => existsSync(path)) ?? null;
}

/** Finds a browser, or on Debian as root installs the distribution's own. */
export async function ensureChromium(log) {
  const found = findChromium();
  if (found) return found;
  const isRootOnDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isRootOnDebian) {
    log('installing Chromium from the distribution …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  }
  return findChromium();
}
