import type { RouteObject } from 'react-router';
import { fetched } from './room.ts';

/**
 * Routes of rooms that nobody enters first, by how their paths begin: the list of an organiser's
 * pages is not part of what a child's tablet fetches to sign in.
 */
const LATER: readonly {
  readonly begins: RegExp;
  readonly load: () => Promise<readonly RouteObject[]>;
}[] = [
  {
    begins: /^\/(hoc-choi|do-vui)(\/|$)/,
    load: async () => (await import('./games.ts')).gamesRoutes,
  },
  {
    begins: /^\/(ve|bien-nhan)(\/|$)/,
    load: async () => (await import('./studio.ts')).studioRoutes,
  },
  {
    begins: /^\/lop(\/|$)/,
    load: async () => (await import('./classroom.ts')).classroomRoutes,
  },
  {
    begins: /^\/cham(\/|$)/,
    load: async () => (await import('./judging.ts')).judgingRoutes,
  },
  {
    begins: /^\/ban-to-chuc(\/|$)/,
    load: async () => (await import('./organiser.ts')).organiserRoutes,
  },
];

export async function routesFor(path: string): Promise<readonly RouteObject[]> {
  const found = LATER.find(({ begins }) => begins.test(path));
  return found === undefined ? [] : fetched(found.load());
}
