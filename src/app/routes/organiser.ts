import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const organiserRoutes: RouteObject[] = [
  page(
    '/ban-to-chuc',
    ['organiser'],
    () => import('@features/organiser/overview-page.tsx').then((module) => module.OverviewPage),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/xep-hang',
    ['organiser', 'decision'],
    () => import('@features/organiser/ranking-page.tsx').then((module) => module.RankingPage),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/thiet-lap',
    ['organiser', 'desk'],
    () => import('@features/organiser/set-up-page.tsx').then((module) => module.SetUpPage),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/the-le',
    ['organiser', 'rules', 'desk'],
    () => import('@features/organiser/rules/rules-page.tsx').then((module) => module.RulesPage),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/phan-cong',
    ['organiser', 'assignment'],
    () =>
      import('@features/organiser/assignment/assignment-page.tsx').then(
        (module) => module.AssignmentPage,
      ),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/phan-cong/:runId',
    ['organiser', 'assignment'],
    () => import('@features/organiser/assignment/run-page.tsx').then((module) => module.RunPage),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/bai-mau',
    ['organiser', 'desk'],
    () =>
      import('@features/organiser/calibration/references-page.tsx').then(
        (module) => module.ReferencesPage,
      ),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/giam-khao-bao',
    ['organiser', 'desk'],
    () =>
      import('@features/organiser/flags/raised-flags-page.tsx').then(
        (module) => module.RaisedFlagsPage,
      ),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/do-vui',
    ['organiser'],
    () => import('@features/organiser/quiz/quiz-page.tsx').then((module) => module.QuizResultsPage),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/quyet-dinh',
    ['organiser', 'decision'],
    () =>
      import('@features/organiser/decision/decision-page.tsx').then(
        (module) => module.DecisionPage,
      ),
    ['organiser'],
  ),
  page(
    '/ban-to-chuc/chat-luong-cham',
    ['organiser', 'decision'],
    () =>
      import('@features/organiser/decision/quality-page.tsx').then((module) => module.QualityPage),
    ['organiser'],
  ),
];
