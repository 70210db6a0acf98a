// `npm run --silent cli -- …`: the organiser's commands. Standard output belongs to the command,
// so preparation speaks on standard error.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
const { prepare } = await import('./prepare.mjs');
const { sayAside } = await import('./say.mjs');
await prepare(sayAside);
await import('../dist/server/cli.js');
