import { Hono } from 'hono';
import type { ApiEnv } from '@server/api/api-env.ts';
import { createApi, withSecurityHeaders } from '@server/api/app.ts';
import { ENDPOINTS } from '@server/api/endpoints.ts';
import type { ApiHost } from '@server/api/host.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { webFiles } from './web-files.ts';

/** The API and the web app's files under one roof; `visited` hears of every request. */
export function createSite(
  deps: Deps,
  host: ApiHost,
  webFolder: string,
  visited: () => void,
): Hono<ApiEnv> {
  const site = new Hono<ApiEnv>();
  site.onError((error, c) => {
    host.log.error({ err: error });
    return c.body(null, 500, { 'Cache-Control': 'no-store' });
  });
  site.use(async (_, next) => {
    visited();
    await next();
  });
  site.use(withSecurityHeaders(deps, host));
  const api = createApi(deps, host, ENDPOINTS);
  site.all('/api/*', (c) => api.fetch(c.req.raw, c.env));
  site.all('*', webFiles(webFolder));
  return site;
}
