import type { RouteObject } from 'react-router';

export const harbourRoutes: RouteObject[] = [];
