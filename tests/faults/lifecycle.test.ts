import { once } from 'node:events';
import { chmodSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { openDraft, putBlob, saveDraft } from '@contract/pupil.ts';
import {
  freePort,
  launch,
  removeFolder,
  startServer,
  temporaryFolder,
  type Server,
} from '../e2e/server.ts';
import { drawing } from './drawing.ts';
import { addressOf, type Person } from './person.ts';
import { pupilsWithoutWork, signInAdults, signInPupil } from './school.ts';

const started: Server[] = [];

async function start(options: Parameters<typeof startServer>[0] = {}): Promise<Server> {
  const server = await startServer(options);
  started.push(server);
  return server;
}

const originOf = ({ port }: Server) => `http://127.0.0.1:${port}`;

async function somePupil(server: Server): Promise<Person> {
  const origin = originOf(server);
  const [teacher] = await signInAdults(origin, 'teacher');
  const [card] = await pupilsWithoutWork(teacher!, 1);
  return signInPupil(origin, card!);
}

afterEach(async () => {
  for (const server of started.splice(0)) {
    if (server.process.exitCode === null && server.process.signalCode === null) await server.kill();
    removeFolder(server.dataFolder);
  }
});

describe('one machine', () => {
  test('a second server on the same data folder is refused, the first goes on', async () => {
    const first = await start();
    const second = launch({ dataFolder: first.dataFolder, port: await freePort() });
    const [code] = (await once(second.process, 'close')) as [number];
    expect(code).not.toBe(0);
    expect(second.output()).toContain(first.dataFolder);
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect((await fetch(`${originOf(first)}/api/health`)).status).toBe(200);
  });

  test('a port that is taken is said in plain words', async () => {
    const first = await start();
    const dataFolder = temporaryFolder();
    const second = launch({ dataFolder, port: first.port });
    const [code] = (await once(second.process, 'close')) as [number];
    removeFolder(dataFolder);
    expect(code).not.toBe(0);
    expect(second.output()).toContain(String(first.port));
    expect(second.output()).not.toMatch(/^\s+at /m);
  });

  test('data and sessions survive a stop and a start', async () => {
    const before = await start();
    const pupil = await somePupil(before);
    const { process } = drawing('Thuyền về', 3);
    const { entryId } = await pupil.ask(openDraft);
    await pupil.ask(putBlob, { params: { hash: process.hash }, bytes: process.bytes });
    await pupil.ask(saveDraft, {
      params: { entryId },
      body: { baseVersion: 0, processHash: process.hash },
    });
    await before.stop();
    await start({ dataFolder: before.dataFolder, port: before.port });
    const after = await pupil.ask(openDraft);
    expect(after).toMatchObject({ entryId, version: 1, processHash: process.hash });
  });

  test('stopping finishes the request in flight', async () => {
    const server = await start();
    const pupil = await somePupil(server);
    const { process: blob } = drawing('Chậm mà chắc', 30);
    const slow = request(originOf(server) + addressOf(putBlob, { hash: blob.hash }), {
      method: 'PUT',
      headers: {
        cookie: pupil.cookie(),
        origin: originOf(server),
        'content-type': 'application/octet-stream',
        'content-length': blob.bytes.length,
      },
    });
    const half = Math.floor(blob.bytes.length / 2);
    slow.write(blob.bytes.subarray(0, half));
    await pause(200);
    const stopped = server.stop();
    await pause(300);
    expect(server.process.exitCode).toBeNull();
    const answered = once(slow, 'response');
    slow.end(blob.bytes.subarray(half));
    const [response] = (await answered) as [{ statusCode: number }];
    expect(response.statusCode).toBeLessThan(300);
    expect(await stopped).toBe(0);
  });

  test.skipIf(process.platform === 'win32')(
    'what it writes is for its own user alone',
    async () => {
      const dataFolder = temporaryFolder();
      chmodSync(dataFolder, 0o755);
      const server = await start({ dataFolder, args: ['--no-demo'] });
      for (const name of ['contest.db', 'blobs', 'keys', 'keys/card.key']) {
        expect(statSync(join(server.dataFolder, name)).mode & 0o077, name).toBe(0);
      }
    },
  );

  test('a real contest starts empty and prints a one-time link', async () => {
    const server = await start({ dataFolder: temporaryFolder(), args: ['--no-demo'] });
    expect(server.output()).toMatch(/http:\/\/localhost:\d+\/\S+/);
    const host = (await (await fetch(`${originOf(server)}/api/host`)).json()) as {
      demo: unknown;
      edition: unknown;
    };
    expect(host).toMatchObject({ demo: null, edition: null });
  });
});
