import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runNode } from './run.mjs';

const INPUTS = [
  'content',
  'functions',
  'index.html',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
];
const NOT_BUILT = /(^|\/)(node_modules|lib)(\/|$)|\.test\.tsx?$/;
const PRODUCTS = ['dist/web/index.html', 'dist/server/embedded.js', 'dist/server/cli.js'];
const VITE = 'node_modules/vite/bin/vite.js';

function filesUnder(root, path) {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    if (NOT_BUILT.test(inner)) return [];
    return entry.isDirectory() ? filesUnder(root, inner) : [inner];
  });
}

/** SHA-256 over the paths and contents of everything the two bundles are made from. */
export function hashInputs(root = ROOT) {
  const hash = createHash('sha256');
  const files = INPUTS.filter((path) => existsSync(join(root, path))).flatMap((path) =>
    /\.\w+$/.test(path) ? [path] : filesUnder(root, path),
  );
  for (const file of files.sort()) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

const stampOf = (inputs) => `${JSON.stringify({ inputs })}\n`;

/** True when both bundles stand complete as made from what the inputs are now. */
export function isBuildFresh(root = ROOT, inputs = hashInputs(root)) {
  const stamp = join(root, 'dist', '.build-stamp.json');
  if (![stamp, ...PRODUCTS.map((path) => join(root, path))].every((path) => existsSync(path))) {
    return false;
  }
  return readFileSync(stamp, 'utf8') === stampOf(inputs);
}

/**
 * Builds the web app and the server side by side. The stamp is taken away first and written last,
 * so a build that was interrupted is never taken for a fresh one.
 */
export async function buildWhenStale(say) {
  const inputs = hashInputs();
  if (isBuildFresh(ROOT, inputs)) return;
  say('scripts.building');
  const started = performance.now();
  const stamp = join(ROOT, 'dist', '.build-stamp.json');
  rmSync(stamp, { force: true });
  const builds = await Promise.all([
    runNode([VITE, 'build', '--logLevel', 'warn']),
    runNode([
      VITE,
      'build',
      '--config',
      'functions/vite.config.ts',
      '--mode',
      'embedded',
      '--logLevel',
      'warn',
    ]),
  ]);
  const failed = builds.filter((build) => build.code !== 0);
  if (failed.length > 0) {
    for (const { output } of failed) process.stderr.write(output);
    say('scripts.buildFailed');
    process.exit(1);
  }
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stamp, stampOf(inputs));
  say('scripts.built', { seconds: Math.round((performance.now() - started) / 1000) });
}
