import type { RouteObject } from 'react-router';

export const organiserRoutes: RouteObject[] = [];
