import { createBrowserRouter } from 'react-router';
import { FailurePage, NotFoundPage } from './failure-page.tsx';
import { Frame } from './frame.tsx';
import { accountRoutes } from './routes/account.ts';
import { classroomRoutes } from './routes/classroom.ts';
import { galleryRoutes } from './routes/gallery.ts';
import { gamesRoutes } from './routes/games.ts';
import { harbourRoutes } from './routes/harbour.ts';
import { judgingRoutes } from './routes/judging.ts';
import { organiserRoutes } from './routes/organiser.ts';
import { studioRoutes } from './routes/studio.ts';

export const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <FailurePage />,
    hydrateFallbackElement: <></>,
    children: [
      ...accountRoutes,
      ...harbourRoutes,
      ...gamesRoutes,
      ...studioRoutes,
      ...classroomRoutes,
      ...judgingRoutes,
      ...organiserRoutes,
      ...galleryRoutes,
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
