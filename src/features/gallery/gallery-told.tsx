import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useCallback } from 'react';
import { readGallerySound, readGalleryTold } from '@contract/telling.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { addressOf, call } from '@platform/api-client.ts';
import { ToldReader } from '@ui/told-reader.tsx';

/** A published story with as much of its telling as the consents allow. */
export function GalleryReader({
  entryId,
  ...reader
}: Omit<ComponentProps<typeof ToldReader>, 'told' | 'srcOf'> & { entryId: Id }) {
  const told = useQuery({
    queryKey: ['gallery-told', entryId],
    queryFn: ({ signal }) => call(readGalleryTold, { params: { entryId }, signal }),
  });
  const srcOf = useCallback(
    (recording: number) => addressOf(readGallerySound, { entryId, recording: String(recording) }),
    [entryId],
  );
  return <ToldReader {...reader} told={told.data?.told ?? null} srcOf={srcOf} />;
}
