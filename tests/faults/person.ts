import type { AnswerOf, BodyOf, ParamsOf, Route } from '@contract/route.ts';

type Request<R extends Route> = {
  readonly params?: ParamsOf<R>;
  readonly body?: BodyOf<R>;
  readonly bytes?: Uint8Array;
};

/** An answer that says no, with the refusal’s code. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(route: Route, status: number, code: string) {
    super(`${route.id}: ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export function addressOf(route: Route, params: Readonly<Record<string, string>> = {}): string {
  return route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? '');
}

/** Somebody with a cookie of their own who calls routes of the contract over real HTTP. */
export function person(origin: string) {
  let cookie = '';

  async function send(route: Route, request: Request<Route>): Promise<Response> {
    const json = request.body === undefined ? null : JSON.stringify(request.body);
    const body = json ?? (request.bytes as Uint8Array<ArrayBuffer> | undefined) ?? null;
    const type = json === null ? 'application/octet-stream' : 'application/json';
    const response = await fetch(origin + addressOf(route, request.params), {
      method: route.method.toUpperCase(),
      body,
      headers: { cookie, origin, ...(body === null ? {} : { 'content-type': type }) },
    });
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(';')[0]!;
    if (!response.ok) {
      const answer = (await response.json()) as { code: string };
      throw new Refused(route, response.status, answer.code);
    }
    return response;
  }

  return {
    cookie: () => cookie,
    async ask<R extends Route>(route: R, request: Request<R> = {}): Promise<AnswerOf<R>> {
      const response = await send(route, request as Request<Route>);
      return (route.answer ? await response.json() : undefined) as AnswerOf<R>;
    },
    async download<R extends Route>(route: R, request: Request<R> = {}): Promise<Uint8Array> {
      const response = await send(route, request as Request<Route>);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

export type Person = ReturnType<typeof person>;
