import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runNpm } from './run.mjs';

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function libc() {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function allows(list, value) {
  return !list || (list.includes(value) && !list.includes(`!${value}`));
}

/**
 * Builds for other platforms are rightly absent, and so is what only they depend on: of the
 * optional packages, those count that name this very platform.
 */
function belongsHere(entry) {
  if (entry.link || entry.inBundle) return false;
  if (!entry.optional) return true;
  if (!entry.os && !entry.cpu) return false;
  const platformFits = allows(entry.os, process.platform) && allows(entry.cpu, process.arch);
  return (
    platformFits && (!entry.libc || process.platform !== 'linux' || entry.libc.includes(libc()))
  );
}

/**
 * Packages of the lock file that are not installed at the locked version. What npm recorded at the
 * end of its last installation is compared, so an installation that was cut off counts as missing.
 */
export function missingPackages({ withDevelopment, root = ROOT }) {
  const locked = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(locked)
    .filter(([path]) => path.startsWith('node_modules/'))
    .filter(([, entry]) => withDevelopment || !entry.dev)
    .filter(([, entry]) => belongsHere(entry))
    .filter(
      ([path, entry]) =>
        installed[path]?.version !== entry.version || !existsSync(join(root, path, 'package.json')),
    )
    .map(([path]) => path);
}

function holdsDevelopmentPackages(root) {
  return Object.values(readPackages(join(root, 'node_modules', '.package-lock.json'))).some(
    (entry) => entry.dev,
  );
}

/** `npm ci` begins by deleting node_modules, so a developer's installation is renewed as a whole. */
export async function installWhenNeeded(say, { withDevelopment }) {
  if (missingPackages({ withDevelopment }).length === 0) return;
  say('scripts.installing');
  const started = performance.now();
  const omit = withDevelopment || holdsDevelopmentPackages(ROOT) ? [] : ['--omit=dev'];
  const { code, output } = await runNpm(['ci', ...omit, '--no-audit', '--no-fund']);
  if (code !== 0) {
    process.stderr.write(output);
    say('scripts.installFailed');
    process.exit(1);
  }
  say('scripts.installed', { seconds: Math.round((performance.now() - started) / 1000) });
}
