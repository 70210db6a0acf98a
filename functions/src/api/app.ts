import { Hono, type MiddlewareHandler } from 'hono';
import { isRefusalCode, Refusal, type RefusalCode, REFUSALS } from '@domain/kernel/refusal.ts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '@server/usecases/deps.ts';
import type { ApiEnv } from './api-env.ts';
import { NOT_KEPT } from './caching.ts';
import type { Endpoint } from './endpoint.ts';
import type { ApiHost } from './host.ts';
import { MOST_HELD_BYTES, openIntake } from './intake.ts';
import { mount } from './mount.ts';
import { openApiOf } from './openapi.ts';
import { ONLY_WHERE_TRUSTWORTHY, securityHeaders } from './security-headers.ts';
import { placeOf } from './visit.ts';

const OPENAPI_PATH = '/api/openapi.json';

/** The security headers on every answer, also on those of the pages that the host serves itself. */
export function withSecurityHeaders(deps: Deps, host: ApiHost): MiddlewareHandler<ApiEnv> {
  const headers = Object.entries(securityHeaders(host.kind));
  return async (c, next) => {
    await next();
    const place = placeOf(host, deps.publicUrl, c.req.raw, c.env.incoming);
    const trustworthy = place.secure || /^(localhost|127\.0\.0\.1)(:|$)/u.test(place.host);
    for (const [name, value] of headers) {
      if (trustworthy || name !== ONLY_WHERE_TRUSTWORTHY) c.res.headers.set(name, value);
    }
  };
}

/** One line per request: no path (it holds ids), no body, no name, no address. */
function logged(deps: Deps, host: ApiHost): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const requestId = deps.randomness.id();
    c.set('requestId', requestId);
    const startedAt = performance.now();
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    host.log.info({
      requestId,
      method: c.req.method,
      route: c.get('routeId') ?? null,
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
    });
  };
}

function failure(
  requestId: string,
  code: RefusalCode,
  details: Refusal['details'] = {},
): { body: object; status: ContentfulStatusCode } {
  return { body: { code, details, requestId }, status: REFUSALS[code] };
}

/**
 * The API of both hosts. A Refusal travels as `{ code, details, requestId }` under its status;
 * anything else that is thrown is a bug: it is logged with the request's id and answered
 * `internal`, without a word of what it was.
 */
export function createApi(deps: Deps, host: ApiHost, endpoints: readonly Endpoint[]): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use('/api/*', withSecurityHeaders(deps, host), logged(deps, host));

  app.onError((error, c) => {
    const requestId = c.get('requestId');
    const refused = error instanceof Refusal && isRefusalCode(error.code);
    if (!refused) host.log.error({ requestId, route: c.get('routeId') ?? null, err: error });
    const { body, status } = refused
      ? failure(requestId, error.code, error.details)
      : failure(requestId, 'internal');
    // A sign-in that failed after its session was begun must not leave the cookie behind.
    c.header('Set-Cookie', undefined);
    c.header('ETag', undefined);
    c.header('Cache-Control', NOT_KEPT);
    const wait = refused ? error.details['waitSeconds'] : undefined;
    if (typeof wait === 'number') c.header('Retry-After', String(wait));
    return c.json(body, status);
  });

  const intake = openIntake(MOST_HELD_BYTES);
  for (const endpoint of endpoints) mount(app, { deps, host, intake }, endpoint);

  const document = openApiOf(
    endpoints.map(({ route }) => route),
    host.version,
  );
  app.get(OPENAPI_PATH, (c) => {
    c.set('routeId', 'openapi');
    return c.json(document, 200, { 'Cache-Control': NOT_KEPT });
  });

  for (const path of new Set(endpoints.map(({ route }) => route.path))) {
    const methods = endpoints
      .filter(({ route }) => route.path === path)
      .map(({ route }) => route.method.toUpperCase());
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    app.all(path, (c) => {
      c.header('Allow', allow);
      if (c.req.method === 'OPTIONS') return c.body(null, 204);
      return c.json(failure(c.get('requestId'), 'not-found').body, 405);
    });
  }

  app.all('/api/*', (c) => {
    const { body, status } = failure(c.get('requestId'), 'not-found');
    return c.json(body, status, { 'Cache-Control': NOT_KEPT });
  });
  return app;
}
