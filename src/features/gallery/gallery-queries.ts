import { useQuery } from '@tanstack/react-query';
import { listGallery, readGalleryEntry } from '@contract/gallery.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

export function useGallery() {
  return useQuery({
    queryKey: ['gallery'],
    queryFn: ({ signal }) => call(listGallery, { signal }),
  });
}

export function useGalleryEntry(entryId: Id) {
  return useQuery({
    queryKey: ['gallery', entryId],
    queryFn: ({ signal }) => call(readGalleryEntry, { params: { entryId }, signal }),
  });
}
