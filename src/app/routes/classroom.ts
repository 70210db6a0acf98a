import type { RouteObject } from 'react-router';

export const classroomRoutes: RouteObject[] = [];
