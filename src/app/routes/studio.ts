import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const studioRoutes: RouteObject[] = [
  page(
    '/ve',
    ['studio', 'tools', 'storyboard', 'film', 'objects', 'telling', 'photo'],
    // The studio asks for itself who is there: it opens without a network too.
    async () => (await import('@features/studio/studio-page.tsx')).StudioPage,
  ),
  page(
    '/bien-nhan',
    ['studio', 'telling', 'phrases'],
    async () => (await import('@features/studio/receipt-page.tsx')).ReceiptPage,
    ['pupil'],
  ),
];
