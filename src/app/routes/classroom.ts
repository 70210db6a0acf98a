import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { page } from './room.ts';

const teacherPage = (path: string, load: () => Promise<ComponentType>) =>
  page(path, ['classroom', 'phrases'], load, ['teacher']);

export const classroomRoutes: RouteObject[] = [
  teacherPage(
    '/lop',
    async () => (await import('@features/classroom/class-list-page.tsx')).ClassListPage,
  ),
  teacherPage(
    '/lop/:classId',
    async () => (await import('@features/classroom/class-page.tsx')).ClassPage,
  ),
  teacherPage(
    '/lop/:classId/the',
    async () => (await import('@features/classroom/cards-page.tsx')).CardsPage,
  ),
  teacherPage(
    '/lop/:classId/phieu',
    async () => (await import('@features/classroom/slips-page.tsx')).SlipsPage,
  ),
];
