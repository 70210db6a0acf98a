import { expect, it } from 'vitest';
import type { HostView } from '@contract/host.ts';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { PEOPLE, startApi } from '@tests/fixtures/api.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import type { ApiHost } from './host.ts';

const start = async (host: Partial<ApiHost>) => startApi(await DATABASES[0]!.open(), { host });
type Api = Awaited<ReturnType<typeof start>>;
const hostSeen = async (api: Api, url = '', headers = {}) =>
  (await (await api.send('GET', `${url}/api/host`, { headers })).json()) as HostView;

it.each([
  ['truong.local:4173', 'https://truong.local:4174'],
  ['192.168.1.7:4173', 'https://192.168.1.7:4174'],
  ['[fd00::7]:4173', 'https://[fd00::7]:4174'],
])('leads from plain HTTP at %s to its HTTPS side', async (host, secureUrl) => {
  const api = await start({ secureUrlFor: (name) => `https://${name}:4174` });
  expect((await hostSeen(api, '', { host })).secureUrl).toBe(secureUrl);
});

it('leads nowhere from the HTTPS side itself', async () => {
  const api = await start({ secureUrlFor: (name) => `https://${name}:4174` });
  expect((await hostSeen(api, 'https://truong.local:4174')).secureUrl).toBeNull();
});

it('shows sign-ins while what they open is a demonstration, and not otherwise', async () => {
  const api = await start({ demo: DEMO_SIGN_INS });
  expect((await hostSeen(api)).demo).toBeNull();
  await api.deps.db
    .updateTable('edition')
    .set({ is_demo: 1 })
    .where('id', '=', PEOPLE.edition)
    .execute();
  expect((await hostSeen(api)).demo).toEqual(DEMO_SIGN_INS);
});

it('hands out its authority where it has one', async () => {
  const host = await start({ certificateAuthority: new Uint8Array([48, 130]) });
  const found = await host.send('GET', '/api/certificate-authority.crt');
  expect(found.headers.get('content-type')).toBe('application/x-x509-ca-cert');
  expect(new Uint8Array(await found.arrayBuffer())).toEqual(new Uint8Array([48, 130]));
  const without = await start({});
  expect((await without.send('GET', '/api/certificate-authority.crt')).status).toBe(404);
});

it('is healthy when its database answers, and only then', async () => {
  const opened = await DATABASES[0]!.open();
  const api = await startApi(opened);
  expect(await (await api.send('GET', '/api/health')).json()).toEqual({
    ok: true,
    version: '0.0.0-test',
  });
  await opened.close();
  expect((await api.send('GET', '/api/health')).status).toBe(500);
});
