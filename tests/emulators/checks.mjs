import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.mjs';
import { PROJECT } from './emulators.mjs';

const PASSWORD = 'thuyen ra khoi xa';
const DAY_MS = 24 * 60 * 60 * 1000;

async function postJson(url, body, headers = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** A user of the Auth emulator; resolves with an ID token. */
async function signUp(auth, email, { confirmed }) {
  const api = `${auth}/identitytoolkit.googleapis.com/v1`;
  const user = { email, password: PASSWORD, returnSecureToken: true };
  const { localId } = await (await postJson(`${api}/accounts:signUp?key=emulated`, user)).json();
  if (confirmed) {
    const change = { localId, emailVerified: true };
    const asOwner = { authorization: 'Bearer owner' };
    await postJson(`${api}/projects/${PROJECT}/accounts:update`, change, asOwner);
  }
  const signedIn = await postJson(`${api}/accounts:signInWithPassword?key=emulated`, user);
  return (await signedIn.json()).idToken;
}

/** What is checked, in order; each line is one check of what a browser would meet. */
export function checksFor({ site, auth, database }) {
  let cookie = '';
  const api = (method, path, body, headers = {}) =>
    fetch(`${site}/api/${path}`, {
      method,
      headers: {
        cookie,
        origin: site,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const exchange = (idToken) => api('POST', 'session/id-token', { idToken });
  const codeOf = async (response) => (await response.json()).code;

  return {
    'pages carry the headers of firebase.json, also deep inside the app': async () => {
      const { hosting } = JSON.parse(await readFile(join(ROOT, 'firebase.json'), 'utf8'));
      for (const path of ['/', '/ban-to-chuc']) {
        const page = await fetch(`${site}${path}`);
        assert.equal(page.status, 200);
        for (const { key, value } of hosting.headers[0].headers) {
          assert.equal(page.headers.get(key), value, `${key} at ${path}`);
        }
      }
    },
    'adults are told to sign in with Firebase': async () => {
      const host = await (await api('GET', 'host')).json();
      assert.equal(host.adultSignIn, 'firebase');
      assert.equal(host.firebase.projectId, PROJECT);
    },
    'an ID token that is none is refused': async () => {
      const response = await exchange('x'.repeat(200));
      assert.deepEqual([response.status, await codeOf(response)], [401, 'sign-in.token-wrong']);
    },
    'an e-mail nobody confirmed proves nothing': async () => {
      const email = 'gia-danh@example.org';
      await database.addOrganiser(email);
      const response = await exchange(await signUp(auth, email, { confirmed: false }));
      assert.deepEqual([response.status, await codeOf(response)], [401, 'sign-in.token-wrong']);
    },
    'somebody without an account here stays outside': async () => {
      const response = await exchange(await signUp(auth, 'la@example.org', { confirmed: true }));
      assert.deepEqual([response.status, await codeOf(response)], [403, 'sign-in.account-unknown']);
    },
    'nothing of an organiser’s is read without a session': async () => {
      const response = await api('GET', 'organiser/units');
      assert.deepEqual([response.status, await codeOf(response)], [401, 'session.missing']);
    },
    'an organiser’s ID token is exchanged for our one cookie': async () => {
      const email = 'ban-to-chuc@example.org';
      await database.addOrganiser(email);
      const response = await exchange(await signUp(auth, email, { confirmed: true }));
      assert.deepEqual([response.status, (await response.json()).role], [200, 'organiser']);
      const cookies = response.headers.getSetCookie();
      assert.equal(cookies.length, 1);
      assert.match(cookies[0], /^__session=[\w-]{43};.*HttpOnly; Secure; SameSite=Lax$/);
      cookie = cookies[0].split(';')[0];
    },
    'the session is known at the next request': async () => {
      const session = await (await api('GET', 'session')).json();
      assert.equal(session.role, 'organiser');
    },
    'a foreign page changes nothing': async () => {
      const unit = { name: 'Thanh Miếu', parentId: null };
      const from = { origin: 'https://example.org' };
      const response = await api('POST', 'organiser/units', unit, from);
      assert.deepEqual([response.status, await codeOf(response)], [403, 'origin.foreign']);
    },
    'what is written through /api is read back from Postgres': async () => {
      const now = Date.now();
      const edition = await api('POST', 'organiser/edition', {
        name: 'Biển, đảo Tổ quốc em',
        province: 'Phú Thọ',
        theme: '',
        minPages: 1,
        maxPages: 4,
        opensAt: now,
        closesAt: now + DAY_MS,
        judgesPerEntry: 2,
        criteria: [{ name: 'Tranh vẽ', description: '', maxPoints: 10 }],
      });
      assert.equal(edition.status, 200);
      const name = `Xã ${randomBytes(3).toString('hex')}`;
      const added = await api('POST', 'organiser/units', { name, parentId: null });
      assert.equal(added.status, 200);
      const { units } = await (await api('GET', 'organiser/units')).json();
      assert.deepEqual(units, [await added.json()]);
      assert.deepEqual(await database.communes(), [name]);
    },
  };
}
