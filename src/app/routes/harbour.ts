import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const harbourRoutes: RouteObject[] = [
  page(
    '/ben-cang',
    ['harbour'],
    async () => (await import('@features/harbour/harbour-page.tsx')).HarbourPage,
    ['pupil'],
  ),
];
