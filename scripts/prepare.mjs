import { buildWhenStale } from './build-when-stale.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

/** Installs what running and building need and builds when stale; ends the process on failure. */
export async function prepare(say) {
  await installWhenNeeded(say, { withDevelopment: false });
  await buildWhenStale(say);
}
