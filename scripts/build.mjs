// `npm run build`: both bundles, if what they are made from has changed.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
const { buildWhenStale } = await import('./build-when-stale.mjs');
const { say } = await import('./say.mjs');
await buildWhenStale(say);
