import type * as z from 'zod/mini';
import type { Action } from '@domain/people/can.ts';

export type Schema = z.core.$ZodType;

/**
 * One request that the server answers, said once for both sides: the server mounts it, the web app
 * calls it, OpenAPI and the test of permissions are made from it. Bodies and answers are JSON
 * unless `bytes` says otherwise.
 */
export type Route = {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `:name` for each parameter, beginning with `/api/`. */
  readonly path: `/api/${string}`;
  readonly action: Action;
  readonly summary: string;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly answer?: Schema;
  /** The request's body is raw bytes (`in`) or the answer is a file of this media type (`out`). */
  readonly bytes?: { readonly in?: string; readonly out?: string };
};

/** Keeps the exact type of every schema while checking the shape. */
export function route<const R extends Route>(spec: R): R {
  return spec;
}

export type BodyOf<R extends Route> = R extends { body: infer S extends Schema }
  ? z.core.input<S>
  : undefined;
export type ParsedBodyOf<R extends Route> = R extends { body: infer S extends Schema }
  ? z.core.output<S>
  : undefined;
export type QueryOf<R extends Route> = R extends { query: infer S extends Schema }
  ? z.core.output<S>
  : undefined;
export type AnswerOf<R extends Route> = R extends { answer: infer S extends Schema }
  ? z.core.output<S>
  : undefined;

type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

/** Parameters of the path, by name. */
export type ParamsOf<R extends Route> = Record<NamesIn<R['path']>, string>;
