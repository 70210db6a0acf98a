// `npm test`: everything that is checked, on a machine that may hold nothing yet.
// `npm test -- --only unit,e2e` runs some stages, `--kills 200` kills the server more often.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
const { ensureChromium } = await import('./chromium.mjs');
const { installWhenNeeded } = await import('./install-when-needed.mjs');
const { ROOT } = await import('./root.mjs');
const { say } = await import('./say.mjs');
const { STAGES } = await import('./test-stages.mjs');

const LOGS = join(ROOT, 'tests', 'artifacts', 'logs');
const log = (line) => console.log(line);
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

function chosenStages() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, kills: { type: 'string' } },
  });
  if (values.kills) process.env.KILLS = values.kills;
  if (!values.only) return STAGES;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    log(`no such stage: ${unknown.join(', ')}; there are ${STAGES.map((s) => s.name).join(', ')}`);
    process.exit(2);
  }
  return STAGES.filter((stage) => names.includes(stage.name));
}

async function runStage(stage) {
  const started = performance.now();
  const { passed, failed, output } = await stage.run();
  const durationMs = performance.now() - started;
  writeFileSync(join(LOGS, `${stage.name.replace(' ', '-')}.log`), output);
  if (failed > 0) log(`\n──── ${stage.name} ────\n${output.trimEnd()}\n`);
  log(`${failed > 0 ? '✗' : '✓'} ${stage.name}: ${passed} passed, ${failed} failed`);
  for (const [line] of output.matchAll(/^\s*figure: .*$/gm)) log(`    ${line.trim().slice(8)}`);
  return { name: stage.name, passed, failed, durationMs };
}

/** Begins stages in order as cores allow; one that waits for another is skipped when that failed. */
async function runAll(stages) {
  const capacity = Math.max(2, availableParallelism());
  const waiting = [...stages];
  const running = new Map();
  const done = new Map();
  let load = 0;

  const isReady = (stage) =>
    !stage.after || done.has(stage.after) || !stages.some((other) => other.name === stage.after);

  const begin = (stage) => {
    const weight = Math.min(stage.weight, capacity);
    load += weight;
    const outcome =
      done.get(stage.after)?.failed > 0
        ? Promise.resolve({ name: stage.name, passed: 0, failed: 1, durationMs: 0 })
        : runStage(stage);
    running.set(
      stage.name,
      outcome.then((result) => {
        load -= weight;
        running.delete(stage.name);
        done.set(stage.name, result);
      }),
    );
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(
      (stage) => isReady(stage) && load + Math.min(stage.weight, capacity) <= capacity,
    );
    if (next >= 0) begin(...waiting.splice(next, 1));
    else await Promise.race(running.values());
  }
  return stages.map((stage) => done.get(stage.name));
}

const started = performance.now();
const stages = chosenStages();
mkdirSync(LOGS, { recursive: true });
await installWhenNeeded(say, { withDevelopment: true });
if (stages.some((stage) => stage.name === 'e2e') && !(await ensureChromium(log))) {
  log('No Chromium was found: install Chrome, Edge or Chromium, or name it in CHROMIUM_PATH.');
}
const preparedMs = performance.now() - started;
const results = await runAll(stages);

log('');
log(`${'set-up'.padEnd(14)}${seconds(preparedMs).padStart(10)}`);
for (const { name, passed, failed, durationMs } of results) {
  const counts = `${String(passed).padStart(6)} passed${failed ? `, ${failed} failed` : ''}`;
  log(`${name.padEnd(14)}${seconds(durationMs).padStart(10)}${counts}`);
}
log(`${'altogether'.padEnd(14)}${seconds(performance.now() - started).padStart(10)}`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
