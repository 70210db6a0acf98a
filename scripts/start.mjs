// `npm start`: everything a fresh clone needs, then the embedded host in this same process, so that
// stop signals reach it on Windows as well.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
const { prepare } = await import('./prepare.mjs');
const { say } = await import('./say.mjs');
await prepare(say);
await import('../dist/server/embedded.js');
