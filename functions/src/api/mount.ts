import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import type { Route, Schema } from '@contract/route.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import type { Actor } from '@domain/people/actor.ts';
import { can, dependsOnSubject, rolesFor } from '@domain/people/can.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { resumeSession } from '@server/usecases/session/keep-session.ts';
import type { ApiEnv } from './api-env.ts';
import { NOT_KEPT } from './caching.ts';
import { readBytes, readJson } from './body.ts';
import type { Endpoint, FileAnswer } from './endpoint.ts';
import type { ApiHost } from './host.ts';
import type { openIntake, Share } from './intake.ts';
import { checkParams } from './params.ts';
import { partOf } from './part-of-file.ts';
import { giveSessionCookie, readSessionCookie, takeSessionCookie } from './session-cookie.ts';
import { isOwnOrigin, type Place, placeOf, type Visit } from './visit.ts';

const NO_BYTES = new Uint8Array();
const PUBLIC: Actor = { role: 'public' };

function parsed<S extends Schema>(schema: S, value: unknown): z.core.output<S> {
  const result = safeParse(schema, value);
  if (!result.success) throw refuse('input.malformed');
  return result.data;
}

/** The caller of one request, and whether the question of permission was put. */
function callerOf(actor: Actor, { action }: Route): { caller: Caller; asked: () => boolean } {
  let asked = false;
  return {
    caller: {
      actor,
      allow(subject) {
        asked = true;
        if (!can(actor, action, subject)) throw refuse('permission.denied');
      },
    },
    asked: () => asked,
  };
}

function checkRole(actor: Actor, { action }: Route): void {
  if (rolesFor(action).includes(actor.role)) return;
  throw refuse(actor.role === 'public' ? 'session.missing' : 'permission.denied');
}

async function visitOf(c: Context<ApiEnv>, deps: Deps, place: Place) {
  const sessionToken = readSessionCookie(c);
  const session = sessionToken === null ? null : await resumeSession(deps, sessionToken);
  const visit: Visit = {
    ...place,
    sessionToken,
    view: session?.view ?? { role: 'public', displayName: null },
    beginSession: (session) => giveSessionCookie(c, place.secure, session),
    endSession: () => takeSessionCookie(c, place.secure),
  };
  return { visit, actor: session?.actor ?? PUBLIC };
}

async function bodyOf(
  route: Route,
  request: Request,
  share: Share,
): Promise<{ body: unknown; bytes: Uint8Array }> {
  if (route.bytes?.in !== undefined) {
    return { body: undefined, bytes: await readBytes(request, route.bytes.in, share) };
  }
  if (route.body === undefined) return { body: undefined, bytes: NO_BYTES };
  return { body: parsed(route.body, await readJson(request, share)), bytes: NO_BYTES };
}

/** A contract may leave open which kind of sound or picture it is: `audio/*`. */
function isPromised(mediaType: string, promised: string | undefined): boolean {
  if (promised?.endsWith('/*')) return mediaType.startsWith(promised.slice(0, -1));
  return mediaType === promised;
}

function fileResponse(c: Context<ApiEnv>, route: Route, file: FileAnswer): Response {
  if (!isPromised(file.mediaType, route.bytes?.out)) {
    throw new Error(
      `${route.id} answered ${file.mediaType}, the contract says ${route.bytes?.out}`,
    );
  }
  const tag = `"${createHash('sha256').update(file.bytes).digest('base64url')}"`;
  c.header('ETag', tag);
  c.header(
    'Cache-Control',
    file.cacheSeconds > 0 ? `private, max-age=${file.cacheSeconds}` : NOT_KEPT,
  );
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304);
  c.header('Content-Type', file.mediaType);
  c.header('Accept-Ranges', 'bytes');
  const { status, headers, bytes } = partOf(file.bytes, c.req.header('range'));
  return c.body(bytes as Uint8Array<ArrayBuffer>, status, headers);
}

/** The answer as the contract lists it: what a handler returned beyond that stays here. */
function answerResponse(c: Context<ApiEnv>, route: Route, result: unknown): Response {
  if (route.bytes?.out !== undefined) return fileResponse(c, route, result as FileAnswer);
  c.header('Cache-Control', NOT_KEPT);
  if (route.answer === undefined) return c.body(null, 204);
  const answer = safeParse(route.answer, result);
  if (!answer.success) {
    throw new Error(`${route.id} answered what its contract does not allow`, {
      cause: answer.error,
    });
  }
  return c.json(answer.data as object);
}

type Around = {
  readonly deps: Deps;
  readonly host: ApiHost;
  readonly intake: ReturnType<typeof openIntake>;
};

/**
 * Mounts one endpoint. Whoever has no role for the route is refused before the body is read; a
 * handler that answers without having put a question the table makes depend on the subject is a
 * bug, and its answer is not sent.
 */
export function mount(
  app: Hono<ApiEnv>,
  { deps, host, intake }: Around,
  { route, handle }: Endpoint,
): void {
  const answer = async (c: Context<ApiEnv>, share: Share): Promise<Response> => {
    c.set('routeId', route.id);
    const place = placeOf(host, deps.publicUrl, c.req.raw, c.env.incoming);
    if (route.method !== 'get' && !isOwnOrigin(c.req.raw, place, deps.publicUrl)) {
      throw refuse('origin.foreign');
    }
    const { visit, actor } = await visitOf(c, deps, place);
    checkRole(actor, route);
    const params = c.req.param() as Record<string, string>;
    checkParams(params);
    const query = route.query && parsed(route.query, c.req.query());
    const { body, bytes } = await bodyOf(route, c.req.raw, share);
    const { caller, asked } = callerOf(actor, route);
    // The contract's types meet the parsed values here; `endpoint()` has checked the handler's.
    const call = { deps, host, visit, caller, params, query, body, bytes } as Parameters<
      typeof handle
    >[0];
    const result = await handle(call);
    if (dependsOnSubject(route.action) && !asked()) {
      throw new Error(`${route.id} never asked whether ${route.action} is allowed`);
    }
    return answerResponse(c, route, result);
  };
  app.on(route.method.toUpperCase(), route.path, (c) => {
    const share = intake.share();
    return answer(c, share).finally(share.giveBack);
  });
}
