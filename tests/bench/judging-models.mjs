// Time and memory of the score models as ratings grow, through the command line as anyone runs it.
//   node tests/bench/judging-models.mjs [--quick] [--cli BUILT_CLI.js]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../scripts/prepare.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { sayAside } from '../../scripts/say.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, cli: { type: 'string' } } });
const CLI = values.cli ?? join(ROOT, 'dist', 'server', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'judging-bench-'));

/** `sheets` judges per entry, drawn at random; with criteria, so many scores on each sheet. */
const SIZES = [
  { entries: 300, judges: 40, sheets: 3, criteria: 1 },
  { entries: 1000, judges: 150, sheets: 5, criteria: 1 },
  { entries: 3000, judges: 1100, sheets: 5, criteria: 1 },
  { entries: 3000, judges: 1100, sheets: 5, criteria: 5 },
  { entries: 3000, judges: 1100, sheets: 25, criteria: 1 },
];
const MODELS = ['raw', 'additive', 'mixed', 'mfrm'];

let state = 1;
function random() {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function writeRatings(file, { entries, judges, sheets, criteria }) {
  const severity = Array.from({ length: judges }, () => 1.2 * normal());
  const ease = Array.from({ length: criteria }, () => 0.5 * normal());
  const lines = [`entry,judge,score${criteria > 1 ? ',criterion' : ''}`];
  for (let entry = 0; entry < entries; entry += 1) {
    const quality = 10 + 3 * normal();
    const panel = new Set();
    while (panel.size < sheets) panel.add(Math.floor(random() * judges));
    for (const judge of panel) {
      for (const [criterion, easier] of ease.entries()) {
        const exact = quality + easier - severity[judge] + 2 * normal();
        const score = Math.min(20, Math.max(0, Math.round(exact)));
        lines.push(`e${entry},j${judge},${score}${criteria > 1 ? `,c${criterion}` : ''}`);
      }
    }
  }
  writeFileSync(file, lines.join('\n'));
  return lines.length - 1;
}

const REPORT =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();' +
  'process.stderr.write(JSON.stringify({cpuMs:(u.userCPUTime+u.systemCPUTime)/1000,rssKb:u.maxRSS}))})';

/** Seconds on the clock and of the processor, and the most memory held. */
function measure(args) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT, CLI, 'judging', ...args, '--json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(said));
      const { cpuMs, rssKb } = JSON.parse(said.slice(said.lastIndexOf('{')));
      const seconds = (performance.now() - started) / 1000;
      return resolve({ seconds, cpu: cpuMs / 1000, megabytes: rssKb / 1024 });
    });
  });
}

function print(columns) {
  console.log(columns.map((text, index) => String(text).padStart(index === 0 ? 34 : 12)).join(''));
}

if (!values.cli) await prepare(sayAside);
try {
  print(['ratings (entries × judges)', 'command', 'seconds', 'cpu s', 'MB']);
  for (const size of values.quick ? SIZES.slice(0, 2) : SIZES) {
    const file = join(folder, 'ratings.csv');
    const count = writeRatings(file, size);
    const label = `${count} (${size.entries} × ${size.judges})`;
    for (const command of [...MODELS, 'agreement']) {
      const args = MODELS.includes(command) ? ['fit', file, '--model', command] : [command, file];
      const { seconds, cpu, megabytes } = await measure(args);
      print([label, command, seconds.toFixed(2), cpu.toFixed(2), megabytes.toFixed(0)]);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
