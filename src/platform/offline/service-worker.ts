import { answerFor } from './answer-for.ts';
import { DRAWING_LOCK, type Word } from './words.ts';
import type { WorkerScope } from './worker-scope.ts';

// The service worker: lets the studio and what was visited be opened without a network. It holds
// files that are the same for everybody, and never an answer about a person.

/** Set by the build: the studio's files, and a name for this set of them. */
declare const STUDIO_FILES: readonly string[];
declare const BUILD: string;

const scope = globalThis as unknown as WorkerScope;
const studioFiles = [...STUDIO_FILES, '/icon.svg'];
const FILES = 'bien-dao-files';
const LESSONS = 'bien-dao-lessons';
const PAGE = `bien-dao-page-${BUILD}`;
/** As long as one waits for a weak network before the page that was kept is shown. */
const PATIENCE_MS = 5_000;

/** Files that are there already are the same: their names say what they hold. */
async function keepFiles(paths: readonly string[]): Promise<void> {
  const cache = await scope.caches.open(FILES);
  for (const path of paths) {
    if (!(await cache.match(path))) await cache.add(path);
  }
}

/** At once when nobody draws in any tab; else when the last has put down the pen. */
function takeOver(options: LockOptions): Promise<void> {
  return scope.navigator.locks.request(DRAWING_LOCK, options, async (lock) => {
    if (lock !== null) await scope.skipWaiting();
  });
}

scope.addEventListener('install', (event) => {
  const page = scope.caches
    .open(PAGE)
    .then((cache) => cache.add(new Request('/', { cache: 'reload' })));
  event.waitUntil(
    Promise.all([page, keepFiles(studioFiles)]).then(() => takeOver({ ifAvailable: true })),
  );
});

async function dropOlder(): Promise<void> {
  for (const name of await scope.caches.keys()) {
    if (name.startsWith('bien-dao-page-') && name !== PAGE) await scope.caches.delete(name);
  }
  const cache = await scope.caches.open(FILES);
  const current = new Set(studioFiles);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/assets/') && !current.has(pathname)) await cache.delete(url);
  }
}

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => scope.clients.claim()));
});

async function pageFor(request: Request): Promise<Response> {
  const kept = await scope.caches.match('/', { cacheName: PAGE });
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const fresh = fetch(request).then(
    (answer) => (answer.status >= 500 ? kept : answer),
    () => kept,
  );
  return Promise.race([fresh, late]);
}

/** From the server, and kept for the next time. */
async function fetchInto(name: string, request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok) await (await scope.caches.open(name)).put(request, answer.clone());
  return answer;
}

async function fileFor(request: Request): Promise<Response> {
  const kept = await scope.caches.match(request, { cacheName: FILES });
  return kept ?? fetchInto(FILES, request);
}

async function pictureFor(request: Request): Promise<Response> {
  const kept = await scope.caches.match(request, { cacheName: FILES });
  const fresh = fetchInto(FILES, request);
  if (!kept) return fresh;
  fresh.catch(() => {});
  return kept;
}

async function lessonFor(request: Request): Promise<Response> {
  const answer = await fetchInto(LESSONS, request).catch((error: unknown) => error as Error);
  if (answer instanceof Response) return answer;
  const kept = await scope.caches.match(request, { cacheName: LESSONS });
  if (kept) return kept;
  throw answer;
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (answerFor(request, scope.location.origin)) {
    case 'page':
      return event.respondWith(pageFor(request));
    case 'file':
      return event.respondWith(fileFor(request));
    case 'picture':
      return event.respondWith(pictureFor(request));
    case 'lesson':
      return event.respondWith(lessonFor(request));
    case 'network':
  }
});

scope.addEventListener('message', (event) => {
  const word = event.data as Word;
  // An older page may name files that the server has no more.
  if (word.say === 'keep') event.waitUntil(keepFiles(word.files).catch(() => {}));
  else event.waitUntil(takeOver({}));
});
