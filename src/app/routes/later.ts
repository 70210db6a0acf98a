import type { RouteObject } from 'react-router';
import type { Room } from '@i18n/rooms.ts';
import { language } from '../language.ts';
import { fetched } from './room.ts';

/**
 * Routes of rooms that nobody enters first, by how their paths begin: the list of an organiser's
 * pages is not part of what a child's tablet fetches to sign in.
 */
const LATER: readonly {
  readonly begins: RegExp;
  /** What can be refused in there is said by catalogues that the first pages do without. */
  readonly texts: readonly Room[];
  readonly load: () => Promise<readonly RouteObject[]>;
}[] = [
  {
    begins: /^\/(hoc-choi|do-vui)(\/|$)/,
    texts: ['refusals'],
    load: async () => (await import('./games.ts')).gamesRoutes,
  },
  {
    begins: /^\/(ve|bien-nhan)(\/|$)/,
    texts: ['refusals'],
    load: async () => (await import('./studio.ts')).studioRoutes,
  },
  {
    begins: /^\/lop(\/|$)/,
    texts: ['refusals', 'objections'],
    load: async () => (await import('./classroom.ts')).classroomRoutes,
  },
  {
    begins: /^\/cham(\/|$)/,
    texts: ['refusals', 'objections'],
    load: async () => (await import('./judging.ts')).judgingRoutes,
  },
  {
    begins: /^\/ban-to-chuc(\/|$)/,
    texts: ['refusals', 'objections'],
    load: async () => (await import('./organiser.ts')).organiserRoutes,
  },
];

export async function routesFor(path: string): Promise<readonly RouteObject[]> {
  const found = LATER.find(({ begins }) => begins.test(path));
  if (found === undefined) return [];
  const [routes] = await fetched(Promise.all([found.load(), language.enter(...found.texts)]));
  return routes;
}
