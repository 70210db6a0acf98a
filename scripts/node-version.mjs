import { sayAside } from './say.mjs';

const NEEDED = [20, 19];

/** Ends the process when Node is too old. Must itself parse and run on old versions. */
export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  sayAside('scripts.nodeTooOld', { found: process.versions.node, needed: NEEDED.join('.') });
  process.exit(1);
}
