// The studio on a page of many strokes, beside five peers: real Chromium, trusted input, one fresh
// browser per cell. What is measured and how: README.md beside this file.
//   node tests/bench/studio.mjs [--strokes 5000] [--runs 3] [--peer-runs 3] [--only studio,konva,…]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { ROOT } from '../../scripts/root.mjs';
import { runNode } from '../../scripts/run.mjs';
import { measurePage, measureSlow } from './studio/cells.mjs';
import { buildServerSide, measureRoute, measureServerPng } from './studio/node-cells.mjs';
import { measureAutosave, measureFill, measureSwitches } from './studio/own-cells.mjs';
import { serveFolder } from './studio/serve.mjs';
import { limitTable, peerTable, summarise } from './studio/table.mjs';

const { values } = parseArgs({
  options: {
    strokes: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '3' },
    'peer-runs': { type: 'string' },
    only: { type: 'string' },
  },
});
const STROKES = Number(values.strokes);
const SLOW_STROKES = Math.min(1000, STROKES);
const THROTTLE = 4;
const RUNS = Number(values.runs);
const PEER_RUNS = Number(values['peer-runs'] ?? values.runs);
const OTHER_PAGES = 3;
const PEERS = {
  konva: 'react-konva, konvajs.org',
  sketch: 'react-sketch-canvas',
  fabric: 'fabric',
  excalidraw: 'Excalidraw',
  tldraw: 'tldraw',
};
const wanted = values.only?.split(',') ?? ['studio', ...Object.keys(PEERS)];
const artifacts = join(ROOT, 'tests/artifacts/bench');
mkdirSync(artifacts, { recursive: true });

async function script(...args) {
  const { code, output } = await runNode(args);
  if (code !== 0) throw new Error(output);
}
await script('scripts/build-bench.mjs');
const peersInstalled = existsSync(join(ROOT, 'tests/bench/peers/node_modules'));
const wantsPeers = wanted.some((name) => name in PEERS);
if (wantsPeers && peersInstalled) await script('tests/bench/peers/setup.mjs', '--built');
if (wantsPeers && !peersInstalled) {
  console.log('No peers: node tests/bench/peers/setup.mjs installs them.');
}

const source = await createServer({
  root: ROOT,
  configFile: false,
  resolve: { tsconfigPaths: true },
  server: { middlewareMode: true, ws: false, hmr: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const load = (path) => source.ssrLoadModule(path);
const { benchLog, benchStrokes } = await load('/tests/bench/strokes.ts');
const { encodeProcess } = await load('/src/domain/story/process-codec.ts');

// Everyone gets what pens give: quarters of a px, 256 steps of pressure, whole milliseconds.
const tidy = (strokes) =>
  strokes.map((stroke) =>
    stroke.map(([x, y, pressure, t]) => [
      Math.round(x * 4) / 4,
      Math.round(y * 4) / 4,
      Math.round(pressure * 255) / 255,
      Math.round(t),
    ]),
  );
const strokes = tidy(benchStrokes(STROKES));
const others = Array.from({ length: OTHER_PAGES }, (_, i) =>
  tidy(benchStrokes(Math.ceil(STROKES / 10), i + 1)),
);
const given = {
  'strokes.json': strokes,
  'slow.json': strokes.slice(0, SLOW_STROKES),
  'pages.json': [strokes, ...others],
};
for (const [name, content] of Object.entries(given)) {
  for (const folder of ['bench', ...(peersInstalled && wantsPeers ? ['bench-peers'] : [])]) {
    writeFileSync(join(ROOT, 'dist', folder, name), JSON.stringify(content));
  }
}
const savedFile = join(artifacts, 'page.process');
writeFileSync(savedFile, encodeProcess(benchLog(strokes)));

const machine = { cpus: cpus().length, model: cpus()[0]?.model, loads: [] };
const raw = { strokes: STROKES, machine, studio: [], peers: {} };

function subject(origin, path) {
  return {
    page: { address: `${origin}${path}`, strokesAt: `${origin}/strokes.json` },
    slow: { address: `${origin}${path}`, strokesAt: `${origin}/slow.json` },
  };
}

async function drawn({ page, slow }) {
  const measured = await measurePage(page);
  const slowly = await measureSlow(slow, THROTTLE);
  return { ...measured, slowDelayP95: slowly.delayP95, slowFps: slowly.fps, slowly };
}

async function measureStudio({ origin }) {
  const at = (name) => `${origin}/${name}.json`;
  const visit = { origin, pagesAt: at('pages'), strokesAt: at('strokes') };
  return {
    ...(await drawn(subject(origin, '/studio.html'))),
    ...(await measureFill(visit)),
    ...(await measureAutosave(visit)),
    ...(await measureSwitches({ ...visit, pages: OTHER_PAGES + 1 })),
    ...measureServerPng(savedFile),
    routeKb: await measureRoute(load),
  };
}

function noteLoad(what) {
  const [minute] = loadavg();
  machine.loads.push({ what, load: minute });
  console.log(`${new Date().toISOString().slice(11, 19)} ${what} (load ${minute.toFixed(1)})`);
}

const file = join(artifacts, 'studio.json');
const keep = () => writeFileSync(file, `${JSON.stringify(raw, null, 2)}\n`);

// Run by run, so that everyone meets the same weather on a machine that others use, too.
const measuresPeers = peersInstalled && wantsPeers;
const host = await serveFolder(join(ROOT, 'dist/bench'));
const peerHost = measuresPeers ? await serveFolder(join(ROOT, 'dist/bench-peers')) : null;
if (wanted.includes('studio')) await buildServerSide();
for (let run = 1; run <= RUNS; run += 1) {
  if (wanted.includes('studio')) {
    noteLoad(`studio, run ${run} of ${RUNS}`);
    raw.studio.push(await measureStudio(host));
    keep();
  }
  if (peerHost === null || run > PEER_RUNS) continue;
  for (const name of Object.keys(PEERS).filter((each) => wanted.includes(each))) {
    noteLoad(`${name}, run ${run} of ${PEER_RUNS}`);
    const measured = await drawn(subject(peerHost.origin, `/peer.html?${name}`)).catch((error) => {
      console.log(`${name}: ${error.message.split('\n')[0]}`);
      return { failed: error.message };
    });
    raw.peers[name] = [...(raw.peers[name] ?? []), measured];
    keep();
  }
}
await host.close();
await peerHost?.close();
await source.close();

const own = summarise(raw.studio);
const peers = Object.entries(raw.peers).map(([name, runs]) => ({
  name: PEERS[name],
  summary: summarise(runs),
}));
const report = [
  `${STROKES} strokes, ${machine.cpus} × ${machine.model}`,
  limitTable(own),
  ...(peers.length > 0 ? [peerTable(own, peers)] : []),
].join('\n\n');
console.log(`\n${report}\n\nEvery run: ${file}`);
writeFileSync(join(artifacts, 'studio.txt'), `${report}\n`);
