import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const judgingRoutes: RouteObject[] = [
  page(
    '/cham',
    ['judging', 'desk', 'pairs'],
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
    '/cham/cham-thu',
    ['judging', 'desk'],
    () =>
      import('@features/judging/calibration/calibration-page.tsx').then(
        (module) => module.CalibrationPage,
      ),
    ['judge'],
  ),
  page(
    '/cham/cham-thu/:referenceId',
    ['judging', 'desk', 'telling'],
    () =>
      import('@features/judging/calibration/reference-page.tsx').then(
        (module) => module.ReferencePage,
      ),
    ['judge'],
  ),
  page(
    '/cham/diem-da-cho',
    ['judging', 'desk'],
    () => import('@features/judging/own-points-page.tsx').then((module) => module.OwnPointsPage),
    ['judge'],
  ),
  page(
    '/cham/:sheetId',
    ['judging', 'desk', 'phrases', 'telling', 'film'],
    () => import('@features/judging/sheet-page.tsx').then((module) => module.SheetPage),
    ['judge'],
  ),
];
