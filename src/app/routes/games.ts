import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const gamesRoutes: RouteObject[] = [
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
