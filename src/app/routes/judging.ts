import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const judgingRoutes: RouteObject[] = [
  page(
    '/cham',
    ['judging', 'pairs'],
    () => import('@features/judging/sheets-page.tsx').then((module) => module.SheetsPage),
    ['judge'],
  ),
  page(
    '/cham/so-cap',
    ['judging', 'pairs'],
    () => import('@features/judging/pairs/pairs-page.tsx').then((module) => module.PairsPage),
    ['judge'],
  ),
  page(
    '/cham/:sheetId',
    ['judging', 'telling', 'film'],
    () => import('@features/judging/sheet-page.tsx').then((module) => module.SheetPage),
    ['judge'],
  ),
];
