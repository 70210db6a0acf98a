import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { route } from '@contract/route.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { codeOf, PEOPLE, PUBLIC_URL, type Sent, startApi } from '@tests/fixtures/api.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { MAX_BLOB_BYTES, MAX_JSON_BYTES } from './body.ts';
import { endpoint } from './endpoint.ts';
import type { ApiHost } from './host.ts';
import { securityHeaders } from './security-headers.ts';

const echo = endpoint(
  route({
    id: 'echo',
    method: 'post',
    path: '/api/echo',
    action: 'session.read',
    summary: 'Says it again',
    body: z.object({ word: z.string() }),
    answer: z.object({ word: z.string() }),
  }),
  async ({ body }) => ({ word: body.word, pinSealed: 'never to be seen' }),
);
const putBytes = endpoint(
  route({
    id: 'putBytes',
    method: 'put',
    path: '/api/echo/:hash',
    action: 'blob.write',
    summary: 'Takes bytes',
    bytes: { in: 'application/octet-stream' },
    answer: z.object({ sizeBytes: z.int() }),
  }),
  async ({ bytes }) => ({ sizeBytes: bytes.byteLength }),
);
const picture = endpoint(
  route({
    id: 'picture',
    method: 'get',
    path: '/api/picture/:page',
    action: 'gallery.read',
    summary: 'A picture',
    bytes: { out: 'image/webp' },
  }),
  async () => ({
    bytes: new Uint8Array([1, 2, 3]),
    mediaType: 'image/webp',
    cacheSeconds: 3600,
  }),
);
const broken = endpoint(
  route({
    id: 'broken',
    method: 'get',
    path: '/api/broken',
    action: 'session.read',
    summary: 'Fails',
    answer: z.object({}),
  }),
  async () => {
    throw new Error('secret of /etc/shadow');
  },
);
const wrongAnswer = endpoint(
  route({
    id: 'wrongAnswer',
    method: 'get',
    path: '/api/wrong-answer',
    action: 'session.read',
    summary: 'Answers what it should not',
    answer: z.object({ count: z.int() }),
  }),
  async () => ({ count: 0.5 }),
);
const unasked = endpoint(
  route({
    id: 'unasked',
    method: 'get',
    path: '/api/unasked/:classId',
    action: 'class.read',
    summary: 'Forgets to ask',
    answer: z.object({ name: z.string() }),
  }),
  async () => ({ name: 'lớp của người khác' }),
);
const otherClass = endpoint(
  route({
    id: 'otherClass',
    method: 'get',
    path: '/api/other-class/:classId',
    action: 'class.read',
    summary: 'Asks',
  }),
  async ({ caller, params }) =>
    caller.allow({ schoolId: PEOPLE.school, classTeacherIds: [params.classId] }),
);
const waiting = endpoint(
  route({
    id: 'waiting',
    method: 'get',
    path: '/api/waiting',
    action: 'session.read',
    summary: 'Refuses',
  }),
  async () => {
    throw refuse('sign-in.wait', { waitSeconds: 7 });
  },
);

const clash = endpoint(
  route({
    id: 'clash',
    method: 'get',
    path: '/api/clash',
    action: 'session.read',
    summary: 'Writes one row twice',
  }),
  async ({ deps }) => {
    const row = { id: 'u1', kind: 'commune', parent_id: null, name: 'Trần Bảo An' } as const;
    for (const id of ['u1', 'u2']) {
      await deps.db
        .insertInto('unit')
        .values({ ...row, id })
        .execute();
    }
  },
);

async function start(host: Partial<ApiHost> = {}) {
  const opened = await DATABASES[0]!.open();
  const endpoints = [echo, putBytes, picture, broken, wrongAnswer, unasked, otherClass, waiting];
  return startApi(opened, { endpoints, host });
}

const HASH = 'a'.repeat(64);

describe('what is sent', () => {
  it.each<[string, Sent, number, string]>([
    ['no JSON at all', { headers: { 'content-type': 'application/json' } }, 400, 'input.malformed'],
    ['another shape', { json: { word: 5 } }, 400, 'input.malformed'],
    [
      'another type',
      { json: {}, headers: { 'content-type': 'text/plain' } },
      415,
      'input.not-json',
    ],
    ['a form', { bytes: new Uint8Array(3) }, 415, 'input.not-json'],
    ['too much', { json: { word: 'x'.repeat(MAX_JSON_BYTES) } }, 413, 'input.too-large'],
    [
      'text that is not UTF-8',
      {
        bytes: new Uint8Array([0x22, 0xff, 0x22]),
        headers: { 'content-type': 'application/json' },
      },
      400,
      'input.malformed',
    ],
  ])('is refused when it is %s', async (_name, sent, status, code) => {
    const api = await start();
    const response = await api.send('POST', '/api/echo', sent);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  it('is taken in pieces and refused at the first byte too many', async () => {
    const api = await start();
    const cookie = await api.cookieOf('pupil');
    let piecesRead = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        piecesRead += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const response = await api.send('PUT', `/api/echo/${HASH}`, { bytes: endless, cookie });
    expect(response.status).toBe(413);
    expect(piecesRead).toBeLessThan(MAX_BLOB_BYTES / (1024 * 1024) + 4);
  });

  it('may be as large as a story', async () => {
    const api = await start();
    const cookie = await api.cookieOf('pupil');
    const bytes = new Uint8Array(MAX_BLOB_BYTES);
    const response = await api.send('PUT', `/api/echo/${HASH}`, { bytes, cookie });
    expect(await response.json()).toEqual({ sizeBytes: MAX_BLOB_BYTES });
  });

  it('is not read at all from somebody without the role', async () => {
    const api = await start();
    let piecesRead = 0;
    const body = () =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            piecesRead += 1;
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    const nobody = await api.send('PUT', `/api/echo/${HASH}`, { bytes: body() });
    const cookie = await api.cookieOf('judge');
    const judge = await api.send('PUT', `/api/echo/${HASH}`, { bytes: body(), cookie });
    expect([await codeOf(nobody), await codeOf(judge)]).toEqual([
      'session.missing',
      'permission.denied',
    ]);
    expect(piecesRead).toBe(0);
  });

  it.each([
    '/api/picture/0',
    '/api/picture/01',
    '/api/picture/41',
    '/api/picture/1.5',
    '/api/picture/x',
  ])('names nothing as %s', async (path) => {
    const response = await (await start()).send('GET', path);
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found']);
  });
});

describe('the origin of a change', () => {
  it.each([
    ['another host', { origin: 'http://example.org' }],
    ['another port', { origin: 'http://truong.local:4174' }],
    ['a hidden origin', { origin: 'null' }],
    ['another site without Origin', { origin: '', headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a sister site without Origin', { origin: '', headers: { 'sec-fetch-site': 'same-site' } }],
    ['another site by its Referer', { origin: '', headers: { referer: 'http://example.org/a' } }],
  ])('is refused from %s', async (_name, sent) => {
    const api = await start();
    const response = await api.send('POST', '/api/echo', { ...sent, json: { word: 'a' } });
    expect([response.status, await codeOf(response)]).toEqual([403, 'origin.foreign']);
  });

  it.each([
    ['a page of this host', { origin: PUBLIC_URL }],
    [
      'this host under another name',
      { origin: 'http://192.168.1.7:4173', headers: { host: '192.168.1.7:4173' } },
    ],
    [
      'the public address behind a proxy',
      { origin: PUBLIC_URL, headers: { host: '127.0.0.1:8080' } },
    ],
    ['this site without Origin', { origin: '', headers: { 'sec-fetch-site': 'same-origin' } }],
    ['this site by its Referer', { origin: '', headers: { referer: `${PUBLIC_URL}/vao` } }],
    ['no browser', { origin: '' }],
  ])('is accepted from %s', async (_name, sent) => {
    const api = await start();
    const response = await api.send('POST', '/api/echo', { ...sent, json: { word: 'a' } });
    expect(response.status).toBe(200);
  });
});

describe('what is answered', () => {
  it('is what the contract lists, and nothing else', async () => {
    const api = await start();
    const response = await api.send('POST', '/api/echo', { json: { word: 'biển' } });
    expect(await response.json()).toEqual({ word: 'biển' });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it.each(['/api/broken', '/api/wrong-answer'])(
    'says nothing of a fault at %s, which is in the log under its id',
    async (path) => {
      const api = await start();
      const response = await api.send('GET', path);
      const text = await response.text();
      const requestId = response.headers.get('x-request-id');
      expect(response.status).toBe(500);
      expect(JSON.parse(text)).toEqual({ code: 'internal', details: {}, requestId });
      const fault = api.logged.find((line) => line.includes('"level":50'))!;
      expect(JSON.parse(fault)).toMatchObject({ requestId, err: { stack: expect.any(String) } });
    },
  );

  it('is kept back when the use case forgot to ask for permission', async () => {
    const api = await start();
    const cookie = await api.cookieOf('teacher');
    const response = await api.send('GET', `/api/unasked/${PEOPLE.class}`, { cookie });
    expect([response.status, await codeOf(response)]).toEqual([500, 'internal']);
  });

  it('depends on the subject that the use case asked about', async () => {
    const api = await start();
    const cookie = await api.cookieOf('teacher');
    const own = await api.send('GET', `/api/other-class/${PEOPLE.teacher}`, { cookie });
    const other = await api.send('GET', `/api/other-class/${PEOPLE.judge}`, { cookie });
    expect([own.status, other.status]).toEqual([204, 403]);
  });

  it('says when to come back', async () => {
    const response = await (await start()).send('GET', '/api/waiting');
    expect(response.headers.get('retry-after')).toBe('7');
  });

  it('lets a file be kept by its reader alone and asked for again by its tag', async () => {
    const api = await start();
    const first = await api.send('GET', '/api/picture/1');
    expect(first.headers.get('content-type')).toBe('image/webp');
    expect(first.headers.get('cache-control')).toBe('private, max-age=3600');
    const headers = { 'if-none-match': first.headers.get('etag')! };
    const again = await api.send('GET', '/api/picture/1', { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('carries the security headers, also when it is a refusal', async () => {
    const api = await start();
    for (const path of ['/api/picture/1', '/api/broken', '/api/nowhere']) {
      const response = await api.send('GET', `https://truong.local:4174${path}`);
      for (const [name, value] of Object.entries(securityHeaders('embedded'))) {
        expect(response.headers.get(name), `${name} at ${path}`).toBe(value);
      }
      expect(response.headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('has no header over plain HTTP that a browser would complain of', async () => {
    const response = await (await start()).send('GET', '/api/picture/1');
    expect(response.headers.get('cross-origin-opener-policy')).toBeNull();
  });

  it('is 404 for a path nobody knows, 405 with the methods for one that has others', async () => {
    const api = await start();
    expect((await api.send('GET', '/api/nowhere')).status).toBe(404);
    const wrong = await api.send('DELETE', '/api/picture/1');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('has no body for HEAD and no permission for other origins for OPTIONS', async () => {
    const api = await start();
    const head = await api.send('HEAD', '/api/picture/1');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const options = await api.send('OPTIONS', '/api/echo', { origin: 'http://example.org' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the log', () => {
  it('names route, status and time, and no path, body, cookie or address', async () => {
    const api = await start({ trustedProxies: 1 });
    const cookie = await api.cookieOf('pupil');
    await api.send('PUT', `/api/echo/${HASH}`, {
      cookie,
      bytes: new TextEncoder().encode('Trần Bảo An'),
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    const line = JSON.parse(api.logged[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({ method: 'PUT', route: 'putBytes', status: 200 });
    expect(Object.keys(line).sort()).toEqual(
      ['hostname', 'level', 'method', 'ms', 'pid', 'requestId', 'route', 'status', 'time'].sort(),
    );
  });

  it.each(DATABASES)(
    'tells a fault on $name without the row that it is about',
    async ({ open }) => {
      const api = await startApi(await open(), { endpoints: [clash] });
      expect((await api.send('GET', '/api/clash')).status).toBe(500);
      expect(api.logged.join()).toContain('unit_name');
      expect(api.logged.join()).not.toContain('Trần Bảo An');
    },
  );
});
