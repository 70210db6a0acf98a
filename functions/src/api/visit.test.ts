import { describe, expect, it } from 'vitest';
import {
  ADULT_PASSWORD,
  CARD_SECRET,
  emailOf,
  NOON_MS,
  PUBLIC_URL,
  startApi,
} from '@tests/fixtures/api.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import type { ApiHost } from './host.ts';

describe('the cookie', () => {
  const signIn = async (url: string, headers: Record<string, string> = {}, host = {}) => {
    const api = await startApi(await DATABASES[0]!.open(), { host });
    const sent = { json: { secret: CARD_SECRET }, headers, origin: '' };
    const response = await api.send('POST', `${url}/api/session/card`, sent);
    expect(response.status).toBe(200);
    return response.headers.getSetCookie();
  };

  it('is __session alone, out of reach of scripts and of other sites', async () => {
    const cookies = await signIn(PUBLIC_URL);
    expect(cookies).toEqual([
      expect.stringMatching(/^__session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('outlives the browser for an adult', async () => {
    const api = await startApi(await DATABASES[0]!.open());
    const json = { email: emailOf('judge'), password: ADULT_PASSWORD };
    const response = await api.send('POST', '/api/session/password', { json });
    expect(response.headers.get('set-cookie')).toContain(`Max-Age=${7 * 24 * 3600}`);
  });

  it.each<[string, string, Record<string, string>, Partial<ApiHost>, boolean]>([
    ['over HTTPS', 'https://truong.local:4174', {}, {}, true],
    ['on Firebase', PUBLIC_URL, {}, { kind: 'firebase' }, true],
    [
      'behind a proxy that speaks HTTPS',
      PUBLIC_URL,
      { 'x-forwarded-proto': 'https' },
      { trustedProxies: 1 },
      true,
    ],
    [
      'over plain HTTP whatever a stranger writes',
      PUBLIC_URL,
      { 'x-forwarded-proto': 'https' },
      {},
      false,
    ],
  ])('is marked Secure as fits %s', async (_name, url, headers, host, secure) => {
    const [cookie] = await signIn(url, headers, host);
    expect(cookie!.includes('; Secure')).toBe(secure);
  });

  it('lies deeper over HTTPS, or no browser that was there could sign in over HTTP again', async () => {
    const [plain] = await signIn(PUBLIC_URL);
    const [secure, ...others] = await signIn('https://truong.local:4174');
    expect(plain).toContain('; Path=/; ');
    expect(secure).toContain('; Path=/api; ');
    expect(others).toEqual([]);
  });

  it('over HTTPS goes before the one over HTTP, and takes that one along', async () => {
    const api = await startApi(await DATABASES[0]!.open());
    const url = 'https://truong.local:4174/api/session';
    const cookie = `${await api.cookieOf('judge')}; ${await api.cookieOf('pupil')}`;
    const session = await api.send('GET', url, { cookie });
    expect(await session.json()).toMatchObject({ role: 'judge' });
    const left = await api.send('DELETE', url, { cookie, origin: '' });
    expect(left.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__session=; Max-Age=0; Path=\/api; HttpOnly; Secure/),
      expect.stringMatching(/^__session=; Max-Age=0; Path=\/; HttpOnly; Secure/),
    ]);
  });
});

describe('the address of a visitor', () => {
  const tried = async (headers: Record<string, string>, trustedProxies: number) => {
    const api = await startApi(await DATABASES[0]!.open(), { host: { trustedProxies } });
    await api.send('POST', '/api/session/card', { json: { secret: 'z'.repeat(22) }, headers });
    const rows = await api.deps.db.selectFrom('address_try').selectAll().execute();
    expect(rows[0]!.minute).toBe(Math.floor(NOON_MS / 60_000));
    return rows[0]!.address;
  };
  const forwarded = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.0.0.2' };

  it('is not what the visitor writes', async () => {
    expect(await tried(forwarded, 0)).toBe('unknown');
    expect(await tried(forwarded, 2)).toBe('203.0.113.9');
  });

  it.each([
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
  ])('counts %s as %s', async (address, counted) => {
    expect(await tried({ 'x-forwarded-for': address }, 1)).toBe(counted);
  });
});
