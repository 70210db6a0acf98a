import { createBrowserRouter } from 'react-router';
import { FailurePage, NotFoundPage } from './failure-page.tsx';
import { Frame } from './frame.tsx';
import { accountRoutes } from './routes/account.ts';
import { galleryRoutes } from './routes/gallery.ts';
import { harbourRoutes } from './routes/harbour.ts';
import { routesFor } from './routes/later.ts';

const FRAME = 'frame';

export const router = createBrowserRouter(
  [
    {
      id: FRAME,
      element: <Frame />,
      errorElement: <FailurePage />,
      hydrateFallbackElement: <></>,
      children: [
        ...accountRoutes,
        ...harbourRoutes,
        ...galleryRoutes,
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ],
  {
    patchRoutesOnNavigation: async ({ path, patch }) => patch(FRAME, [...(await routesFor(path))]),
  },
);
