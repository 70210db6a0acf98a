import * as contract from '@contract/gallery.ts';
import { listGallery } from '@server/usecases/gallery/list-gallery.ts';
import { readGalleryEntry, readGalleryPage } from '@server/usecases/gallery/read-gallery-entry.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

// Short, for a consent may be withdrawn: what a browser has just shown is gone from it in a minute.
const CACHE_SECONDS = 60;

export const galleryEndpoints: readonly Endpoint[] = [
  endpoint(contract.listGallery, ({ deps, caller }) => listGallery(deps, caller)),
  endpoint(contract.readGalleryEntry, ({ deps, caller, params }) =>
    readGalleryEntry(deps, caller, params),
  ),
  endpoint(contract.readGalleryPage, async ({ deps, caller, params: { entryId, page } }) => ({
    bytes: await readGalleryPage(deps, caller, { entryId, page: Number(page) }),
    mediaType: 'image/webp',
    cacheSeconds: CACHE_SECONDS,
  })),
];
