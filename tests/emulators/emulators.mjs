import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../scripts/root.mjs';
import { runNode, runNpm } from '../../scripts/run.mjs';

export const PROJECT = 'demo-bien-dao';

const HERE = join(ROOT, 'tests', 'emulators');
const WORK = join(ROOT, 'tests', 'artifacts', 'emulators');
const TOOLS = join(HERE, 'node_modules', 'firebase-tools');
const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 15_000;

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** The emulators weigh 300 MB and have a manifest and a lock file of their own. */
export async function installWhenNeeded() {
  const { dependencies } = await readJson(join(HERE, 'package.json'));
  const manifest = join(TOOLS, 'package.json');
  const found = existsSync(manifest) ? (await readJson(manifest)).version : null;
  if (found === dependencies['firebase-tools']) return;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await runNpm(['ci', ...options], { cwd: HERE });
  if (code !== 0) throw new Error(`firebase-tools could not be installed:\n${output}`);
}

async function freePorts(count) {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => new Promise((done) => probe.once('listening', done))));
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => new Promise((done) => probe.close(done))));
  return ports;
}

async function bundleFunction(folder) {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(ROOT, 'functions', 'vite.config.ts');
  const { code, output } = await runNode([
    vite,
    'build',
    `--config=${config}`,
    '--mode=firebase',
    `--outDir=${join(folder, 'lib')}`,
    '--emptyOutDir',
    '--logLevel=warn',
  ]);
  if (code !== 0) throw new Error(`the function could not be built:\n${output}`);
  await cp(join(ROOT, 'functions', 'package.json'), join(folder, 'package.json'));
}

/**
 * The project as it would be deployed, in a folder of its own below the root, so that the
 * installed packages are found: our firebase.json on free ports, the function's bundle, a page.
 */
async function layOut({ databaseUrl, hosting, auth, functions, hub, logging }) {
  await rm(WORK, { recursive: true, force: true });
  const source = join(WORK, 'functions');
  await mkdir(join(WORK, 'dist', 'web'), { recursive: true });
  await writeFile(join(WORK, 'dist', 'web', 'index.html'), '<!doctype html><title>web</title>\n');
  const settings = await readJson(join(ROOT, 'firebase.json'));
  const at = (port) => ({ host: '127.0.0.1', port });
  settings.emulators = {
    auth: at(auth),
    functions: at(functions),
    hosting: at(hosting),
    hub: at(hub),
    logging: at(logging),
    ui: { enabled: false },
    singleProjectMode: true,
  };
  await writeFile(join(WORK, 'firebase.json'), JSON.stringify(settings));
  await bundleFunction(source);
  const env = { PUBLIC_URL: `http://127.0.0.1:${hosting}`, WEB_API_KEY: 'emulated' };
  const secrets = { DATABASE_URL: databaseUrl, CARD_KEY: randomBytes(32).toString('base64url') };
  const lines = (values) => Object.entries(values).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(join(source, `.env.${PROJECT}`), lines(env).join(''));
  await writeFile(join(source, '.secret.local'), lines(secrets).join(''));
}

async function untilReady(child, output, url) {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const health = await fetch(`${url}/api/health`).catch(() => null);
    if (health?.ok) return;
    await pause(200);
  }
  throw new Error(`the emulators did not come up:\n${output()}`);
}

/** Auth, Functions and Hosting, without an account and without Java. */
export async function startEmulators(databaseUrl) {
  const [hosting, auth, functions, hub, logging] = await freePorts(5);
  await layOut({ databaseUrl, hosting, auth, functions, hub, logging });
  const child = spawn(
    process.execPath,
    [
      join(TOOLS, 'lib', 'bin', 'firebase.js'),
      'emulators:start',
      '--only=auth,functions,hosting',
      `--project=${PROJECT}`,
    ],
    {
      cwd: WORK,
      env: { ...process.env, CI: '1', DATABASE_URL: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString('utf8');
  const gone = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    const deadline = pause(STOP_DEADLINE_MS, 'late', { ref: false });
    if ((await Promise.race([gone, deadline])) === 'late') child.kill('SIGKILL');
    await gone;
  };
  const site = `http://127.0.0.1:${hosting}`;
  await untilReady(child, output, site).catch(async (error) => {
    await stop();
    throw error;
  });
  return { site, auth: `http://127.0.0.1:${auth}`, output, stop };
}
