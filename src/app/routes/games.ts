import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const gamesRoutes: RouteObject[] = [
  page(
    '/hoc-choi',
    ['games', 'quiz'],
    async () => (await import('@features/games/voyage/voyage-page.tsx')).VoyagePage,
  ),
  page(
    '/hoc-choi/dong-thoi-gian',
    ['games', 'quiz'],
    async () => (await import('@features/games/timeline/timeline-page.tsx')).TimelinePage,
  ),
  page(
    '/hoc-choi/don-rac-bien',
    ['games', 'quiz', 'arcade'],
    async () => (await import('@features/games/sweep/sweep-page.tsx')).SweepPage,
  ),
  page(
    '/hoc-choi/tin-dung-sai',
    ['games', 'quiz'],
    async () => (await import('@features/games/newsroom/newsroom-page.tsx')).NewsroomPage,
  ),
  page(
    '/hoc-choi/vung-bien',
    ['games', 'quiz'],
    async () => (await import('@features/games/zones/zones-page.tsx')).ZonesPage,
  ),
  page(
    '/hoc-choi/dat-ten-dao',
    ['games', 'quiz', 'arcade'],
    async () => (await import('@features/games/place/place-page.tsx')).PlacePage,
  ),
  page(
    '/hoc-choi/hai-trinh',
    ['games', 'quiz', 'arcade'],
    async () => (await import('@features/games/sail/sail-page.tsx')).SailPage,
  ),
  page(
    '/hoc-choi/luyen-tap',
    ['games', 'quiz'],
    async () => (await import('@features/games/practice/practice-page.tsx')).PracticePage,
  ),
  page(
    '/do-vui',
    ['games', 'quiz'],
    async () => (await import('@features/games/contest/quiz-page.tsx')).QuizPage,
    ['pupil'],
  ),
];
