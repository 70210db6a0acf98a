import type { RouteObject } from 'react-router';

export const galleryRoutes: RouteObject[] = [];
