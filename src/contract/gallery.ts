import * as z from 'zod/mini';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { route } from './route.ts';

/** How an author appears: given name by default, the full name and school with that consent. */
export const PublicAuthor = z.object({
  name: z.string(),
  ageBand: z.enum(['6-8', '9-12', '13-18']),
  communeName: z.string(),
  schoolName: z.nullable(z.string()),
});

export const GalleryCard = z.object({
  entryId: Id,
  title: z.string(),
  pageCount: z.int(),
  rank: z.nullable(z.int()),
  authors: z.array(PublicAuthor),
});
export type GalleryCard = z.infer<typeof GalleryCard>;

export const GalleryView = z.object({
  publishedAt: z.nullable(EpochMs),
  /** Of the published result, by which anybody knows the archive it came from. */
  resultSha256: z.nullable(z.string()),
  entries: z.array(GalleryCard),
});

export const GalleryEntry = z.object({
  entryId: Id,
  title: z.string(),
  rank: z.nullable(z.int()),
  captions: z.array(z.string()),
  /** What the author wrote for who cannot see the page, by page; '' where nothing was written. */
  altTexts: z.array(z.string()),
  authors: z.array(PublicAuthor),
});

export const listGallery = route({
  id: 'listGallery',
  method: 'get',
  path: '/api/gallery',
  action: 'gallery.read',
  summary: 'Published entries whose authors and guardians all agreed',
  answer: GalleryView,
});

export const readGalleryEntry = route({
  id: 'readGalleryEntry',
  method: 'get',
  path: '/api/gallery/:entryId',
  action: 'gallery.read',
  summary: 'One published entry',
  answer: GalleryEntry,
});

export const readGalleryPage = route({
  id: 'readGalleryPage',
  method: 'get',
  path: '/api/gallery/:entryId/pages/:page',
  action: 'gallery.read',
  summary: 'A page of a published entry (page counts from 1)',
  bytes: { out: 'image/webp' },
});
