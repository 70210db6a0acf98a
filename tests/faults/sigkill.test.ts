import { setTimeout as pause } from 'node:timers/promises';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freePort,
  launch,
  removeFolder,
  temporaryFolder,
  demoFolder,
  untilReady,
  type Server,
} from '../e2e/server.ts';
import { drawAndSubmit, emptyLedger, lostFrom, score } from './ledger.ts';
import type { Person } from './person.ts';
import { pupilsWithoutWork, signInAdults, signInPupil } from './school.ts';

const KILLS = Number(process.env['KILLS'] ?? 20);
const WRITERS = 4;

const dataFolder = demoFolder();
let server: Server;
let origin: string;
let port: number;

beforeAll(async () => {
  port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = await untilReady(launch({ dataFolder, port }));
});

afterAll(async () => {
  await server.kill();
  removeFolder(dataFolder);
});

test('a server that forgot would be found out', async () => {
  const ledger = emptyLedger();
  const [teacher] = await signInAdults(origin, 'teacher');
  const [card] = await pupilsWithoutWork(teacher!, 1);
  const author = await signInPupil(origin, card!);
  const [judge] = await signInAdults(origin, 'judge');
  await server.stop();
  const earlier = temporaryFolder();
  cpSync(dataFolder, earlier, { recursive: true });

  server = await untilReady(launch({ dataFolder, port }));
  await drawAndSubmit(ledger, author, 'Quên', 2);
  await score(ledger, judge!, 1);
  expect(await lostFrom(ledger)).toEqual([]);
  await server.stop();

  server = await untilReady(launch({ dataFolder: earlier, port }));
  const lost = await lostFrom(ledger).catch((refused: Error) => [refused.message]);
  await server.stop();
  removeFolder(earlier);
  server = await untilReady(launch({ dataFolder, port }));
  expect(lost).not.toEqual([]);
});

test(`${KILLS} kills lose nothing that was acknowledged`, { timeout: 600_000 }, async () => {
  const ledger = emptyLedger();
  const [teacher] = await signInAdults(origin, 'teacher');
  const judges = await signInAdults(origin, 'judge');
  const cards = await pupilsWithoutWork(teacher!, 24);
  const authors: Person[] = [];
  for (const card of cards) authors.push(await signInPupil(origin, card));
  let recoveredMs = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const shift = Array.from(
      { length: WRITERS },
      (_, i) => authors[(kill + i * 6) % authors.length]!,
    );
    const work = [
      // Most go on drawing for longer than the server lives; every other one submits first.
      ...shift.map((author, i) =>
        drawAndSubmit(ledger, author, `Sóng ${kill}`, i < 2 ? 1 + i : 500),
      ),
      ...judges.map((judge, i) => score(ledger, judge, kill + i)),
    ];
    await pause(120 + Math.random() * 900);
    await server.kill();
    await Promise.all(work);
    const began = performance.now();
    server = await untilReady(launch({ dataFolder, port }));
    recoveredMs = Math.max(recoveredMs, performance.now() - began);
    expect(await lostFrom(ledger), `after kill ${kill + 1}`).toEqual([]);
  }

  const receipts = [...ledger.drafts.values()].filter(({ receipt }) => receipt !== null).length;
  console.log(
    `figure: ${KILLS} kills: acknowledged ${ledger.acknowledged} writes, lost 0 ` +
      `(${ledger.drafts.size} drafts, ${receipts} receipts, ${ledger.sheets.size} sheets)`,
  );
  console.log(`figure: longest restart after a kill ${Math.round(recoveredMs)} ms`);
  expect(ledger.drafts.size).toBeGreaterThan(0);
  expect(receipts).toBeGreaterThan(0);
  expect(ledger.sheets.size).toBeGreaterThan(0);
});
