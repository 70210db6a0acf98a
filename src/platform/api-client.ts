import * as z from 'zod/mini';
import type { AnswerOf, BodyOf, ParamsOf, Route } from '@contract/route.ts';
import { isRefusalCode, refuse, type RefusalDetails } from '@domain/kernel/refusal.ts';

/** The server could not be reached, or its answer was cut off. What was drawn is still here. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

type Request<R extends Route> = {
  readonly params?: ParamsOf<R>;
  readonly body?: BodyOf<R>;
  readonly bytes?: Uint8Array;
  readonly signal?: AbortSignal;
} & (keyof ParamsOf<R> extends never ? unknown : { readonly params: ParamsOf<R> }) &
  (BodyOf<R> extends undefined ? unknown : { readonly body: BodyOf<R> }) &
  (R extends { bytes: { in: string } } ? { readonly bytes: Uint8Array } : unknown);

const RefusalAnswer = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The address of a route with its parameters filled in: also for `<img src>`. */
export function addressOf<R extends Route>(route: R, params: ParamsOf<R>): string {
  const given: Record<string, string> = params;
  return route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? ''),
  );
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    // fetch rejects only when no answer came: the network, not the server's word.
    throw new ConnectionLost(cause);
  }
}

async function refusalFrom(response: Response): Promise<Error> {
  const answer = RefusalAnswer.safeParse(await response.json().catch(() => null));
  if (answer.success && isRefusalCode(answer.data.code)) {
    return refuse(answer.data.code, answer.data.details as RefusalDetails);
  }
  // A proxy or a dying host answered in our server's place.
  return response.status >= 500 ? new ConnectionLost(response.status) : refuse('internal');
}

async function answered<R extends Route>(route: R, request: Request<R>): Promise<Response> {
  const address = addressOf(route, (request.params ?? {}) as ParamsOf<R>);
  const json = request.body === undefined ? null : JSON.stringify(request.body);
  const body = json ?? (request.bytes as Uint8Array<ArrayBuffer> | undefined) ?? null;
  const response = await send(address, {
    method: route.method.toUpperCase(),
    credentials: 'same-origin',
    body,
    headers:
      body === null
        ? {}
        : { 'content-type': json === null ? 'application/octet-stream' : 'application/json' },
    signal: request.signal ?? null,
  });
  if (!response.ok) throw await refusalFrom(response);
  return response;
}

/**
 * Calls a route of the contract. The answer is parsed, not trusted.
 * Throws `Refusal` for an expected no and `ConnectionLost` when the server was not reached.
 */
export async function call<R extends Route>(route: R, request: Request<R>): Promise<AnswerOf<R>> {
  const response = await answered(route, request);
  if (!route.answer) return undefined as AnswerOf<R>;
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new ConnectionLost(cause);
  });
  return z.parse(route.answer, body) as AnswerOf<R>;
}

/** Fetches a file route whole. */
export async function callForBytes<R extends Route>(
  route: R,
  request: Request<R>,
): Promise<Uint8Array> {
  const response = await answered(route, request);
  return new Uint8Array(await response.arrayBuffer());
}
