/** The limits of the studio, in the order of the report. `least` marks a limit from below. */
const ROWS = [
  { key: 'fps', name: 'frames per second while drawing', limit: 55, least: true },
  { key: 'samples', name: 'pointer samples kept, %', limit: 99, least: true },
  { key: 'delayP95', name: 'input to frame, p95, ms', limit: 20 },
  { key: 'slowDelayP95', name: 'the same at 4× throttle, 1,000 strokes, ms', limit: 45 },
  { key: 'undoMs', name: 'undo, ms', limit: 40 },
  { key: 'reopenMs', name: 'reopen a saved page, ms', limit: 600 },
  { key: 'bytes', name: 'stored bytes per stroke', limit: 90 },
  { key: 'pngMs', name: 'PNG at 1600 px, browser, ms', limit: 700 },
  { key: 'serverPngMs', name: 'PNG at 1600 px, server, ms', limit: 700 },
  { key: 'fillMs', name: 'fill of a blank page, worker, ms', limit: 15 },
  { key: 'fillGapMs', name: 'fill with gap closing, worker, ms', limit: 80 },
  { key: 'autosaveMs', name: 'autosave on the main thread per stroke, ms', limit: 5 },
  { key: 'memoryMb', name: 'memory above about:blank, MB', limit: 150 },
  { key: 'visitMb', name: 'the same, whole visit of several pages, MB', limit: 150 },
  { key: 'grownMb', name: 'its growth over 120 page switches, MB', limit: 10 },
  { key: 'routeKb', name: 'JavaScript of the studio route, gzip kB', limit: 160 },
];

/** What a peer can be compared by; ratios say how many times better the studio is. */
const COMPARED = [
  { key: 'fps', name: 'fps', least: true },
  { key: 'samples', name: 'samples %', least: true },
  { key: 'delayP95', name: 'p95 ms' },
  { key: 'slowDelayP95', name: 'p95 4× ms' },
  { key: 'undoMs', name: 'undo ms' },
  { key: 'reopenMs', name: 'reopen ms' },
  { key: 'bytes', name: 'bytes' },
  { key: 'pngMs', name: 'PNG ms' },
  { key: 'memoryMb', name: 'memory MB' },
];

const short = (value) =>
  value === undefined || value === null
    ? '–'
    : value.toFixed(Math.abs(value) < 10 && value !== Math.round(value) ? 1 : 0);

/** Median and range of what several runs measured, by key. */
export function summarise(runs) {
  const keys = new Set(runs.flatMap((run) => Object.keys(run)));
  const summary = {};
  for (const key of keys) {
    const values = runs
      .map((run) => run[key])
      .filter((value) => typeof value === 'number')
      .toSorted((a, b) => a - b);
    if (values.length === 0) continue;
    const median = values[Math.floor(values.length / 2)];
    summary[key] = { median, least: values[0], most: values.at(-1) };
  }
  return summary;
}

export function limitTable(summary) {
  const lines = ROWS.map(({ key, name, limit, least }) => {
    const found = summary[key];
    if (found === undefined) return [name, '–', '', least ? `≥ ${limit}` : `≤ ${limit}`, ''];
    const kept = least ? found.median >= limit : found.median <= limit;
    const range = `${short(found.least)} to ${short(found.most)}`;
    return [
      name,
      short(found.median),
      range,
      `${least ? '≥' : '≤'} ${limit}`,
      kept ? '' : 'MISSED',
    ];
  });
  return format([['measure', 'median', 'range', 'limit', ''], ...lines]);
}

export function peerTable(own, peers) {
  const head = ['', ...COMPARED.map(({ name }) => name)];
  const ownRow = ['studio', ...COMPARED.map(({ key }) => short(own[key]?.median))];
  const rows = peers.flatMap(({ name, summary }) => {
    const ratios = COMPARED.map(({ key, least }) => {
      const [ours, theirs] = [own[key]?.median, summary[key]?.median];
      if (!ours || theirs === undefined) return '–';
      const ratio = least ? ours / theirs : theirs / ours;
      return Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 10 ? 1 : 0)}×` : '–';
    });
    return [
      [name, ...COMPARED.map(({ key }) => short(summary[key]?.median))],
      ['  studio better by', ...ratios],
    ];
  });
  return format([head, ownRow, ...rows]);
}

function format(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at])))
        .join('  '),
    )
    .join('\n');
}
