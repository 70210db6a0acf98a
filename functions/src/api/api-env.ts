import type { IncomingMessage } from 'node:http';

/** What travels with a request through Hono. `incoming` is absent where a test calls the app. */
export type ApiEnv = {
  Bindings: { readonly incoming?: IncomingMessage };
  Variables: { requestId: string; routeId: string | undefined };
};
