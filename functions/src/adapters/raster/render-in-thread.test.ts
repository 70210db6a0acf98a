import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { EMPTY_SCENE } from '@domain/story/scene.ts';
import { openRenderThread } from './render-in-thread.ts';

// Stand-ins for the built program, which the browser tests run: they answer with the width.
const folder = mkdtempSync(join(tmpdir(), 'render-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, onJob: string): string {
  const file = join(folder, `${name}.mjs`);
  const source = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, job }) => { const { widthPx } = job.work; ${onJob} });`;
  writeFileSync(file, source);
  return file;
}

const ANSWER = 'parentPort.postMessage({ id, answer: new Uint8Array([widthPx]) });';
const page = { caption: '', alt: '', ink: [], scene: EMPTY_SCENE };
const noPhotos = async () => null;

it('gives each caller their own page', async () => {
  const { renderPage, close } = openRenderThread(program('answers', ANSWER), noPhotos);
  const pages = await Promise.all([7, 8, 9].map((widthPx) => renderPage(page, widthPx)));
  expect(pages.map(([first]) => first)).toEqual([7, 8, 9]);
  await close();
});

it('gives up a page that takes too long, and renders the next in a new thread', async () => {
  const slow = program('slow', `if (widthPx !== 1) { ${ANSWER} }`);
  const { renderPage, close } = openRenderThread(slow, noPhotos, 200);
  await expect(renderPage(page, 1)).rejects.toThrow('200 ms');
  expect(await renderPage(page, 2)).toEqual(new Uint8Array([2]));
  await close();
});

it('says so when the thread dies, and renders the next in a new one', async () => {
  const dying = program('dying', `if (widthPx === 1) throw new Error('no memory'); ${ANSWER}`);
  const { renderPage, close } = openRenderThread(dying, noPhotos);
  await expect(renderPage(page, 1)).rejects.toThrow('no memory');
  expect(await renderPage(page, 2)).toEqual(new Uint8Array([2]));
  await close();
});

it('does not leave a page waiting for ever when the host stops', async () => {
  const silent = program('silent', '');
  const { renderPage, close } = openRenderThread(silent, noPhotos);
  const waiting = expect(renderPage(page, 1)).rejects.toThrow('stopping');
  await close();
  await waiting;
});
