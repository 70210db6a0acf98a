// Drives the function behind Firebase's own emulators: `node tests/emulators/run.mjs`.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createServer } from 'vite';
import { ROOT } from '../../scripts/root.mjs';
import { checksFor } from './checks.mjs';
import { installWhenNeeded, startEmulators } from './emulators.mjs';

const log = (line) => console.log(line);
const secondsSince = (start) => ((performance.now() - start) / 1000).toFixed(1);

/** The Postgres of the other tests, whose TypeScript Node 20 cannot read by itself. */
async function startDatabase() {
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const { startPostgres } = await vite.ssrLoadModule('/tests/fixtures/postgres-server.ts');
  const postgres = await startPostgres();
  await vite.close();
  return postgres;
}

/** What the checks look at in Postgres themselves; the function has made the tables by then. */
async function openDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    addOrganiser: (email) =>
      client.query(
        `insert into account (id, role, email, full_name, created_at)
         values ($1, 'organiser', $2, 'Lê Thu Hà', $3)`,
        [randomBytes(16).toString('base64url'), email, Date.now()],
      ),
    communes: async () => {
      const { rows } = await client.query(`select name from unit where kind = 'commune'`);
      return rows.map((row) => row.name);
    },
    close: () => client.end(),
  };
}

async function runChecks(checks) {
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    await check().then(
      () => log(`✓ ${name}`),
      (error) => {
        failed.push(name);
        log(`✗ ${name}\n${error.stack}`);
      },
    );
  }
  return { passed: Object.keys(checks).length - failed.length, failed: failed.length };
}

const started = performance.now();
await installWhenNeeded();
const installedAt = performance.now();
const postgres = await startDatabase();
const emulators = await startEmulators(postgres.url).catch(async (error) => {
  await postgres.stop();
  throw error;
});
const readyAfter = secondsSince(installedAt);
const database = await openDatabase(postgres.url);
const { passed, failed } = await runChecks(checksFor({ ...emulators, database }));
await database.close();
await emulators.stop();
await postgres.stop();
if (failed > 0) {
  const file = join(ROOT, 'tests', 'artifacts', 'emulators', 'emulators.log');
  await writeFile(file, emulators.output());
  log(emulators.output().slice(-6000));
}
log(`figure: emulators ready after ${readyAfter} s, altogether ${secondsSince(started)} s`);
log(`emulators: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
