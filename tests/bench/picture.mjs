// Draws the picture of docs/pictures with the studio's own tools, as the server paints pages:
//   node tests/bench/picture.mjs [FILE.png]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.mjs';
import { buildServerSide, loadServerSide } from './studio/node-cells.mjs';

const file = process.argv[2] ?? join(ROOT, 'tests/artifacts/bench/sea.png');
await buildServerSide();
const { firstPage, paintPng, seaProcess } = await loadServerSide();
const saved = seaProcess();
writeFileSync(file, await paintPng(firstPage(saved)));
console.log(`${file}: drawn from a story of ${saved.length} bytes`);
