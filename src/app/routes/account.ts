import type { RouteObject } from 'react-router';
import { page } from './room.ts';

const room = ['account'] as const;

export const accountRoutes: RouteObject[] = [
  page('/', room, async () => (await import('@features/account/landing-page.tsx')).LandingPage),
  page(
    '/vao',
    room,
    async () => (await import('@features/account/pupil-sign-in-page.tsx')).PupilSignInPage,
  ),
  page(
    '/the',
    room,
    async () => (await import('@features/account/card-link-page.tsx')).CardLinkPage,
  ),
  page(
    '/dang-nhap',
    room,
    async () => (await import('@features/account/adult-sign-in-page.tsx')).AdultSignInPage,
  ),
  page(
    '/loi-moi',
    room,
    async () => (await import('@features/account/invite-page.tsx')).InvitePage,
  ),
  page('/tin-cay', room, async () => (await import('@features/account/trust-page.tsx')).TrustPage),
];
