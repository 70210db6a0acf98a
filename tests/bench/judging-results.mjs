// Time of a result as an edition grows: freezing writes its archive, and `judging verify` reads it
// and computes everything again, through the command line as anyone runs it.
//   node tests/bench/judging-results.mjs [--quick]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { prepare } from '../../scripts/prepare.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { sayAside } from '../../scripts/say.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, cli: { type: 'string' } } });
if (values.cli === undefined) await prepare(sayAside);
const CLI = values.cli ?? join(ROOT, 'dist', 'server', 'cli.js');
const SIZES = [
  { entries: 100, judges: 12, sheets: 3 },
  { entries: 1000, judges: 60, sheets: 3 },
  { entries: 3000, judges: 150, sheets: 3 },
  { entries: 10_000, judges: 400, sheets: 3 },
].slice(0, values.quick ? 2 : undefined);
const FACTS = { edition: 'E', province: 'P', version: 1, frozenAt: '', signatures: [] };

// The sources as they are: tests and this bench make their tasks alike.
const server = await createServer({
  root: ROOT,
  configFile: join(ROOT, 'vitest.config.ts'),
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const { resultTask } = await server.ssrLoadModule('/tests/fixtures/judging/result-task.ts');
const { writeArchive } = await server.ssrLoadModule('/src/domain/judging/archive/write-archive.ts');
const folder = mkdtempSync(join(tmpdir(), 'result-bench-'));
const seconds = (from) => ((performance.now() - from) / 1000).toFixed(2);
for (const size of SIZES) {
  const task = resultTask(7, size);
  const began = performance.now();
  const { bytes } = writeArchive(task, FACTS);
  const wrote = seconds(began);
  const file = join(folder, 'archive.zip');
  writeFileSync(file, bytes);
  const asked = performance.now();
  const said = execFileSync(process.execPath, [CLI, 'judging', 'verify', file, '--json']);
  const { ok } = JSON.parse(said.toString('utf8'));
  console.log(
    `${size.entries} entries, ${task.scores.length} scores: result and archive ${wrote} s, ` +
      `${Math.round(bytes.length / 1000)} kB, verify ${seconds(asked)} s, ok ${ok}`,
  );
}
rmSync(folder, { recursive: true });
await server.close();
