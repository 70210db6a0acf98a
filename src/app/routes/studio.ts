import type { RouteObject } from 'react-router';

export const studioRoutes: RouteObject[] = [];
