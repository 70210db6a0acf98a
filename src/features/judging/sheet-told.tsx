import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readSheetSound, readSheetTold } from '@contract/telling.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { addressOf, call } from '@platform/api-client.ts';
import { TellingPlayer } from '@ui/telling-player.tsx';

/** The child's telling on the judge's desk: it turns the pages of the stage. Nothing without one. */
export function SheetTold({
  sheetId,
  page,
  onPage,
}: {
  sheetId: Id;
  /** The page on the stage, counted from 0. */
  page: number;
  onPage: (page: number) => void;
}) {
  const { data } = useQuery({
    queryKey: ['sheet-told', sheetId],
    queryFn: ({ signal }) => call(readSheetTold, { params: { sheetId }, signal }),
    staleTime: Infinity,
  });
  const srcOf = useCallback(
    (recording: number) => addressOf(readSheetSound, { sheetId, recording: String(recording) }),
    [sheetId],
  );
  const told = data?.told ?? null;
  if (told === null) return null;
  return (
    <div className="desk-told">
      <TellingPlayer told={told} srcOf={srcOf} page={page} onPage={onPage} />
    </div>
  );
}
