import type { AnswerOf, ParamsOf, ParsedBodyOf, QueryOf, Route, Schema } from '@contract/route.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import type { ApiHost } from './host.ts';
import type { Visit } from './visit.ts';

/** A file as an answer. `cache` is how long a browser may keep it, in seconds; 0 forbids storing. */
export type FileAnswer = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly cacheSeconds: number;
};

export type Call<R extends Route> = {
  readonly deps: Deps;
  readonly host: ApiHost;
  readonly visit: Visit;
  readonly caller: Caller;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: ParsedBodyOf<R>;
  /** The raw body of a route with `bytes.in`; empty otherwise. */
  readonly bytes: Uint8Array;
};

type Result<R extends Route> = R extends { bytes: { out: string } }
  ? FileAnswer
  : R extends { answer: Schema }
    ? AnswerOf<R>
    : void;

export type Endpoint = {
  readonly route: Route;
  readonly handle: (call: Call<Route>) => Promise<unknown>;
};

/** Joins a route of the contract to what answers it; the answer's type is the contract's. */
export function endpoint<R extends Route>(
  route: R,
  handle: (call: Call<R>) => Promise<Result<R>>,
): Endpoint {
  return { route, handle: handle as Endpoint['handle'] };
}
