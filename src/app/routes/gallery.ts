import type { RouteObject } from 'react-router';
import { page } from './room.ts';

export const galleryRoutes: RouteObject[] = [
  page('/phong-tranh', ['gallery'], () =>
    import('@features/gallery/gallery-page.tsx').then((module) => module.GalleryPage),
  ),
  page('/phong-tranh/:entryId', ['gallery', 'telling'], () =>
    import('@features/gallery/entry-page.tsx').then((module) => module.EntryPage),
  ),
];
