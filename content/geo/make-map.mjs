// Draws the map stencil, content/stamps/art/map-bien-dong.svg, from coast.json, islands.json and
// map-frame.json. Letters become outlines; opentype.js is no package of this project:
//   cd SOMEWHERE && npm i opentype.js@1 && node PROJECT/content/geo/make-map.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const opentype = createRequire(`${process.cwd()}/`)('opentype.js');
const ROOT = join(import.meta.dirname, '../..');
const read = (name) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const { module } = await runnerImport(join(ROOT, 'src/domain/geo/projection.ts'));

const FRAME = read('map-frame.json');
const { zones, islands } = read('islands.json');
const { coast, land } = read('coast.json');
const HEIGHT = 1200;
const SEA = '#d3ecf6';
const INK = '#0b3a5b';
const RED = '#c23c1d';
const FLAG = ['#da251d', '#ffcd00'];

const fonts = (weight) =>
  ['latin', 'latin-ext', 'vietnamese'].map((subset) => {
    const file = `node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff`;
    const bytes = readFileSync(join(ROOT, file));
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  });
const MEDIUM = fonts(600);
const BOLD = fonts(700);

const tenth = (value) => String(Math.round(value * 10) / 10);
const point = ({ x, y }) => `${tenth(x)} ${tenth(y)}`;
const trace = (ring, at) => `M${ring.map(([lon, lat]) => point(at(lon, lat))).join('L')}`;

const glyphStep = ({ type, ...n }) =>
  type +
  [n.x1, n.y1, n.x2, n.y2, n.x, n.y]
    .filter((value) => value !== undefined)
    .map(tenth)
    .join(' ');

/** Words as one path; anchor 0 begins at x, 1 ends there. The fonts are subsets of one design. */
function words(text, x, y, size, { faces = MEDIUM, anchor = 0, fill = INK } = {}) {
  const glyphs = [...text].map((letter) => {
    const face = faces.find((font) => font.charToGlyphIndex(letter) > 0);
    if (!face) throw new Error(`no glyph for ${letter}`);
    const glyph = face.charToGlyph(letter);
    return { glyph, step: (glyph.advanceWidth * size) / face.unitsPerEm };
  });
  let pen = x - anchor * glyphs.reduce((sum, { step }) => sum + step, 0);
  const d = glyphs.map(({ glyph, step }) => {
    const { commands } = glyph.getPath(pen, y, size);
    pen += step;
    return commands.map(glyphStep).join('');
  });
  return `<!-- ${text} -->\n<path d="${d.join('')}" fill="${fill}"/>`;
}

function star(x, y, radius) {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.381966;
    const turn = ((i * 36 - 90) * Math.PI) / 180;
    return `${tenth(x + r * Math.cos(turn))},${tenth(y + r * Math.sin(turn))}`;
  });
  return `<polygon points="${corners.join(' ')}" fill="${FLAG[1]}"/>`;
}

const flag = (x, y, width) =>
  `<rect x="${tenth(x)}" y="${tenth(y)}" width="${width}" height="${(width * 2) / 3}" fill="${FLAG[0]}"/>\n` +
  star(x + width / 2, y + width / 3, width / 5);

const dot = ({ x, y }, radius, fill) =>
  `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${radius}" fill="${fill}" stroke="#ffffff" stroke-width="3"/>`;

const at = (lon, lat) => module.place(FRAME, lon, lat);
const ofZone = (id) => islands.filter(({ zone }) => zone === id);
const home = (id) => islands.find((one) => one.id === id);

/** Where the name of a zone stands, from its first island or the one named: [dx, dy, anchor]. */
const NAMES = {
  'zone-van-don': [-14, -2, 1],
  'zone-co-to': [16, 4, 0],
  'zone-cat-hai': [-34, 12, 1],
  'zone-bach-long-vi': [0, 34, 0.5],
  'zone-con-co': [16, 2, 0],
  'zone-ly-son': [16, 8, 0],
  'zone-phu-quy': [16, 10, 0],
  'zone-con-dao': [16, 12, 0],
  'zone-kien-hai': [-14, 2, 1, 'nam-du'],
  'zone-phu-quoc': [-14, 0, 1],
  'zone-tho-chau': [0, 34, 0.5],
};

function zoneName({ id, name }) {
  const [dx, dy, anchor, island] = NAMES[id];
  const { longitude, latitude } = island ? home(island) : ofZone(id)[0];
  const { x, y } = at(longitude, latitude);
  return words(name, x + dx, y + dy, 22, { anchor });
}

function archipelago(id, title, note, [dx, dy]) {
  const spots = ofZone(id).map(({ longitude, latitude }) => at(longitude, latitude));
  const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length + dx;
  const y = Math.min(...spots.map((spot) => spot.y)) + dy;
  return [
    flag(x - 27, y - 88, 54),
    words(title, x, y - 22, 26, { faces: BOLD, anchor: 0.5, fill: RED }),
    words(note, x, y + 2, 20, { anchor: 0.5, fill: RED }),
  ].join('\n');
}

/** A window that shows an archipelago larger, with the names of its islands. */
function inset(id, title, [left, top, width, height], frame, names) {
  const near = (lon, lat) => module.place({ ...frame, width }, lon, lat);
  const drawn = ofZone(id).map(({ id: island, name, longitude, latitude }) => {
    const { x, y } = near(longitude, latitude);
    const [dx, dy, anchor] = names[island] ?? [14, 7, 0];
    return [
      dot({ x: left + x, y: top + y }, 7, RED),
      words(name, left + x + dx, top + y + dy, 20, { anchor }),
    ].join('\n');
  });
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="22" fill="#eaf6fb" stroke="${INK}" stroke-width="3"/>`,
    words(title, left + width / 2, top + 38, 22, { faces: BOLD, anchor: 0.5, fill: RED }),
    ...drawn,
  ].join('\n');
}

const waves = [
  [1010, 420],
  [1100, 250],
  [700, 720],
  [560, 1120],
  [860, 1150],
  [1090, 860],
  [300, 1150],
].map(([x, y]) => `M${x} ${y}q14 -10 28 0t28 0`);

const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 ${HEIGHT}" fill="none" stroke-linecap="round" stroke-linejoin="round">`,
  `<rect x="0" y="0" width="1600" height="${HEIGHT}" fill="${SEA}"/>`,
  `<path d="${waves.join('')}" stroke="#ffffff" stroke-width="5"/>`,
  ...land.map(
    (ring) => `<path d="${trace(ring, at)}Z" fill="#f5e8c8" stroke="#dcc48f" stroke-width="2"/>`,
  ),
  `<path d="${trace(coast, at)}" stroke="#1f7a4d" stroke-width="5"/>`,
  words('Biển Đông', 1000, 660, 58, { faces: BOLD, anchor: 0.5, fill: '#0e6ba3' }),
  ...islands
    .filter(({ zone }) => zone === null)
    .map((one) => dot(at(one.longitude, one.latitude), 6, INK)),
  ...zones
    .flatMap(({ id }) => ofZone(id))
    .map((one) => dot(at(one.longitude, one.latitude), 7, RED)),
  ...zones.filter(({ archipelago: far }) => !far).map(zoneName),
  archipelago('zone-hoang-sa', 'Quần đảo Hoàng Sa', '(TP Đà Nẵng)', [0, -24]),
  archipelago('zone-truong-sa', 'Quần đảo Trường Sa', '(Khánh Hòa)', [-40, -24]),
  inset(
    'zone-hoang-sa',
    'Quần đảo Hoàng Sa',
    [1220, 60, 330, 240],
    { west: 110.7, east: 113.2, north: 17.35 },
    {
      'hoang-sa-island': [-14, 7, 1],
    },
  ),
  inset(
    'zone-truong-sa',
    'Quần đảo Trường Sa',
    [1220, 660, 330, 400],
    { west: 111.1, east: 115.35, north: 12.25 },
    {
      'song-tu-tay': [-14, 7, 1],
      'nam-yet': [-14, 4, 1],
      'sinh-ton': [-14, 16, 1],
      'son-ca': [-2, -14, 0.5],
    },
  ),
  '</svg>',
];
writeFileSync(join(ROOT, 'content/stamps/art/map-bien-dong.svg'), `${svg.join('\n')}\n`);
