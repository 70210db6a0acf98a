import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLocalAuthority } from './local-authority.ts';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const HOSTS = ['localhost', 'truong.local', '192.168.1.7', '127.0.0.1'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authority-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pemOf = (der: Uint8Array) => new X509Certificate(der).toString();

it('signs what a client that trusts only this authority accepts by name and by address', async () => {
  const authority = await openLocalAuthority(folder, 'Bien dao', NOW);
  const leaf = await authority.leafFor(HOSTS, NOW);
  const server = createServer(leaf, (_request, response) => response.end('biển')).listen(0);
  const { port } = server.address() as AddressInfo;
  const ask = (options: object) =>
    new Promise<string>((resolve, reject) => {
      get({ port, path: '/', agent: false, ...options }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      }).on('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code)));
    });
  const ca = pemOf(authority.certificate);
  expect(await ask({ host: '127.0.0.1', ca })).toBe('biển');
  expect(await ask({ host: '127.0.0.1', servername: 'truong.local', ca })).toBe('biển');
  await expect(ask({ host: '127.0.0.1', servername: 'evil.example', ca })).rejects.toThrow(
    'ERR_TLS_CERT_ALTNAME_INVALID',
  );
  await expect(ask({ host: '127.0.0.1' })).rejects.toThrow('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  server.close();
});

it('lets phones accept the host’s certificate, and tablets trust the authority for ten years', async () => {
  const authority = await openLocalAuthority(folder, 'Bien dao', NOW);
  const leaf = new X509Certificate((await authority.leafFor(HOSTS, NOW)).cert);
  const days = (c: X509Certificate) => (Date.parse(c.validTo) - Date.parse(c.validFrom)) / DAY_MS;
  expect(days(leaf)).toBeLessThanOrEqual(397);
  expect(leaf.subjectAltName).toContain('IP Address:192.168.1.7');
  const ca = new X509Certificate(authority.certificate);
  expect(ca.ca).toBe(true);
  expect(days(ca)).toBeCloseTo(3650);
});

it('is the same authority at the next start', async () => {
  const first = await openLocalAuthority(folder, 'Bien dao', NOW);
  const leaf = await first.leafFor(HOSTS, NOW);
  const second = await openLocalAuthority(folder, 'Bien dao', NOW + DAY_MS);
  expect(second.certificate).toEqual(first.certificate);
  expect(await second.leafFor(HOSTS, NOW + DAY_MS)).toEqual(leaf);
});

it('renews the host’s certificate when addresses change and before it ends', async () => {
  const authority = await openLocalAuthority(folder, 'Bien dao', NOW);
  const leaf = await authority.leafFor(HOSTS, NOW);
  const later = await authority.leafFor(HOSTS, NOW + 370 * DAY_MS);
  expect(later.cert).not.toBe(leaf.cert);
  const moved = await authority.leafFor([...HOSTS, '10.0.0.4'], NOW + 370 * DAY_MS);
  expect(new X509Certificate(moved.cert).subjectAltName).toContain('10.0.0.4');
});

it.skipIf(process.platform === 'win32')('keeps its keys from other users', async () => {
  const authority = await openLocalAuthority(folder, 'Bien dao', NOW);
  await authority.leafFor(HOSTS, NOW);
  for (const file of await readdir(folder)) {
    expect((await stat(join(folder, file))).mode & 0o077, file).toBe(0);
  }
});

it('starts anew when it was cut off before its certificate was written', async () => {
  await openLocalAuthority(folder, 'Bien dao', NOW);
  await rm(join(folder, 'authority.crt'));
  await writeFile(join(folder, 'authority.key.new'), '-----BEGIN');
  const authority = await openLocalAuthority(folder, 'Bien dao', NOW);
  const leaf = await authority.leafFor(HOSTS, NOW);
  expect(new X509Certificate(leaf.cert).issuer).toContain('Bien dao');
  expect((await readdir(folder)).toSorted()).toEqual([
    'authority.crt',
    'authority.key',
    'host.json',
  ]);
});
