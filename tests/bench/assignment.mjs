// Time of assigning a round and evenness of its loads and judge pairs as it grows, beside a plain
// greedy that gives each entry the least loaded judges.
//   node tests/bench/assignment.mjs [--quick]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { ROOT } from '../../scripts/root.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });

/** `conflicts`: share of judge–entry pairs; `sizes`: the divisions' shares of the entries. */
const ROUNDS = [
  { entries: 100, judges: 8, perEntry: 3 },
  { entries: 300, judges: 20, perEntry: 3, conflicts: 0.1 },
  { entries: 1000, judges: 30, perEntry: 3, divisions: 4, conflicts: 0.05 },
  { entries: 1000, judges: 60, perEntry: 1, divisions: 3 },
  { entries: 3000, judges: 60, perEntry: 3, divisions: 5, conflicts: 0.05, tight: true },
  { entries: 10000, judges: 60, perEntry: 3, divisions: 4, anchors: 8 },
  { entries: 10000, judges: 60, perEntry: 3, divisions: 4, conflicts: 0.05, tight: true },
  { entries: 10000, judges: 60, perEntry: 3, divisions: 500, conflicts: 0.05 },
  { entries: 10000, judges: 60, perEntry: 5, divisions: 4 },
  { entries: 10000, judges: 300, perEntry: 5, divisions: 4, conflicts: 0.02 },
];

let state = 1;
function random() {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
const range = (length, of) => Array.from({ length }, (_, index) => of(index));

function taskOf({ entries, judges, perEntry, divisions = 1, conflicts = 0, anchors = 0, tight }) {
  const judgeIds = range(judges, (index) => `judge ${index}`);
  const entryIds = range(entries, (index) => `entry ${index}`);
  const capacity = tight ? Math.ceil((entries * perEntry) / judges) : null;
  return {
    judges: judgeIds.map((judgeId, index) => ({ judgeId, unitId: `unit ${index % 12}`, capacity })),
    entries: entryIds.map((entryId, index) => ({
      entryId,
      divisionId: `division ${index % divisions}`,
      anchor: index < anchors,
    })),
    conflicts: entryIds.flatMap((entryId) =>
      judgeIds.filter(() => random() < conflicts).map((judgeId) => ({ entryId, judgeId })),
    ),
    seats: [],
    judgesPerEntry: perEntry,
    seed: 1975,
  };
}

function greedy({ judges, entries, conflicts, judgesPerEntry }) {
  const load = new Map(judges.map(({ judgeId }) => [judgeId, 0]));
  const barred = new Set(conflicts.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`));
  return entries.flatMap(({ entryId }) => {
    const panel = judges
      .filter(({ judgeId }) => !barred.has(`${entryId} ${judgeId}`))
      .map(({ judgeId }) => ({ judgeId, lot: random() }))
      .sort((a, b) => load.get(a.judgeId) - load.get(b.judgeId) || a.lot - b.lot)
      .slice(0, judgesPerEntry);
    for (const { judgeId } of panel) load.set(judgeId, load.get(judgeId) + 1);
    return panel.map(({ judgeId }) => ({ entryId, judgeId }));
  });
}

/** Least and most sheets of a judge, least and most entries of a pair, standard deviation of pairs. */
function evenness({ judges, entries, judgesPerEntry }, seats) {
  const anchors = new Set(entries.filter((entry) => entry.anchor).map((entry) => entry.entryId));
  const index = new Map(judges.map(({ judgeId }, at) => [judgeId, at]));
  const loads = judges.map(() => 0);
  const met = judges.map(() => judges.map(() => 0));
  const panels = new Map();
  for (const { entryId, judgeId } of seats) {
    const judge = index.get(judgeId);
    loads[judge] += 1;
    if (anchors.has(entryId)) continue;
    const panel = panels.get(entryId) ?? [];
    for (const other of panel) met[Math.min(judge, other)][Math.max(judge, other)] += 1;
    panels.set(entryId, [...panel, judge]);
  }
  const pairs = met.flatMap((row, judge) => row.slice(judge + 1));
  const mean = pairs.reduce((sum, count) => sum + count, 0) / pairs.length;
  const variance = pairs.reduce((sum, count) => sum + (count - mean) ** 2, 0) / pairs.length;
  const ends = (counts) => `${Math.min(...counts)}–${Math.max(...counts)}`;
  return {
    loads: ends(loads),
    pairs: judgesPerEntry > 1 ? `${ends(pairs)} of ${mean.toFixed(1)}` : '–',
    deviation: Math.sqrt(variance).toFixed(2),
  };
}

const WIDTHS = [42, 8, 9, 11, 17, 7, 6, 7];
function print(columns) {
  console.log(columns.map((text, at) => String(text).padStart(WIDTHS[at])).join(''));
}

const folder = mkdtempSync(join(tmpdir(), 'assignment-bench-'));
try {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: 'src/domain/judging/assignment/assign-judges.ts',
      target: 'node20',
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'assign-judges.mjs' } },
    },
  });
  const { assignJudges } = await import(pathToFileURL(join(folder, 'assign-judges.mjs')).href);
  print([
    'entries × judges × per entry',
    'by',
    'seconds',
    'loads',
    'pairs',
    'sd',
    'links',
    'unmet',
  ]);
  for (const round of values.quick ? ROUNDS.slice(0, 4) : ROUNDS) {
    const task = taskOf(round);
    const label =
      `${round.entries} × ${round.judges} × ${round.perEntry}` +
      (round.divisions ? `, ${round.divisions} div.` : '') +
      (round.conflicts ? `, ${round.conflicts * 100} % conf.` : '') +
      (round.anchors ? `, ${round.anchors} anchors` : '') +
      (round.tight ? ', full' : '');
    for (const by of ['engine', 'greedy']) {
      const began = performance.now();
      const answer = by === 'engine' ? assignJudges(task) : { seats: greedy(task) };
      const seconds = ((performance.now() - began) / 1000).toFixed(2);
      const { loads, pairs, deviation } = evenness(task, answer.seats);
      const links = answer.report?.divisions.reduce((sum, each) => sum + each.links.length, 0);
      print([
        label,
        by,
        seconds,
        loads,
        pairs,
        deviation,
        links ?? '',
        answer.report?.unmet.length ?? '',
      ]);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
