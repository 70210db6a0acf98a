import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useCallback } from 'react';
import { readOwnTold, readOwnToldSound } from '@contract/telling.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { addressOf, call } from '@platform/api-client.ts';
import { ToldReader } from '@ui/told-reader.tsx';

/** The pupil's own submitted story with its telling, where it has one. */
export function OwnToldReader({
  entryId,
  tells,
  ...reader
}: Omit<ComponentProps<typeof ToldReader>, 'told' | 'srcOf'> & { entryId: Id; tells: boolean }) {
  const told = useQuery({
    queryKey: ['own-told', entryId],
    queryFn: ({ signal }) => call(readOwnTold, { params: { entryId }, signal }),
    enabled: tells,
    staleTime: Infinity,
  });
  const srcOf = useCallback(
    (recording: number) => addressOf(readOwnToldSound, { entryId, recording: String(recording) }),
    [entryId],
  );
  return <ToldReader {...reader} told={told.data?.told ?? null} srcOf={srcOf} />;
}
