/**
 * How the service worker answers a request.
 * page: from the server, else the page that was kept. file: named by its content, so as kept.
 * picture: as kept, and asked for anew beside it. lesson: from the server, else as it was last.
 * network: as if there were no worker.
 */
export type Answer = 'page' | 'file' | 'picture' | 'lesson' | 'network';

type Asked = { readonly method: string; readonly mode: string; readonly url: string };

/** What anybody may practise with, the same for everybody. No answer of a contest is among these. */
const LESSONS: readonly string[] = ['/api/practice', '/api/games'];

/** Nothing that the API says is kept, but for lessons: a shared machine remembers nobody. */
export function answerFor({ method, mode, url }: Asked, origin: string): Answer {
  const asked = new URL(url);
  if (asked.origin !== origin || method !== 'GET') return 'network';
  const { pathname } = asked;
  if (LESSONS.includes(pathname)) return 'lesson';
  if (pathname === '/api' || pathname.startsWith('/api/')) return 'network';
  if (mode === 'navigate') return 'page';
  if (pathname.startsWith('/assets/')) return 'file';
  if (pathname.startsWith('/art/') || pathname === '/icon.svg') return 'picture';
  return 'network';
}
