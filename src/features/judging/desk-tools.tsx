import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Clapperboard, Flag, UserRoundX, Volume2, VolumeX } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { readSheetShares } from '@contract/evidence.ts';
import type { SheetFlag } from '@domain/judging/sheet-flag.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { useDeviceVoice } from '@platform/device-voices.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { FlagDialog } from './flag-dialog.tsx';

// What paints strokes comes when somebody wants to see them.
const FilmDialog = lazy(() =>
  import('./film-dialog.tsx').then((module) => ({ default: module.FilmDialog })),
);

/** What the pages are made of, in per cent of their area. */
function SharesLine({ sheetId }: { sheetId: Id }) {
  const { t, f } = useLanguage();
  const { data } = useQuery({
    queryKey: ['sheet-shares', sheetId],
    queryFn: ({ signal }) => call(readSheetShares, { params: { sheetId }, signal }),
    staleTime: Infinity,
    retry: false,
  });
  if (data === undefined) return null;
  const percent = (thousandths: number) => f.integer(Math.round(thousandths / 10));
  return (
    <p className="desk-shares" title={t('desk.shares.about')}>
      {t('desk.shares', {
        drawn: percent(data.drawn),
        stamped: percent(data.stamped),
        photographed: percent(data.photographed),
      })}
    </p>
  );
}

/** Reads captions on request, where this machine has a voice of its own. */
export function ReadAloud({ text }: { text: string }) {
  const { t } = useLanguage();
  const voice = useDeviceVoice();
  const stop = voice?.stop;
  useEffect(() => stop, [text, stop]);
  if (voice === null || text === '') return null;
  return (
    <Button
      variant="default"
      aria-pressed={voice.speaking}
      leftSection={
        voice.speaking ? (
          <VolumeX size={18} aria-hidden="true" />
        ) : (
          <Volume2 size={18} aria-hidden="true" />
        )
      }
      onClick={() => (voice.speaking ? voice.stop() : voice.read(text))}
    >
      {t(voice.speaking ? 'desk.read.stop' : 'desk.read')}
    </Button>
  );
}

type Open = 'film' | 'flag' | 'conflict' | null;

/** Under the stage: the film, the captions aloud, a flag, stepping back. */
export function DeskTools({
  sheetId,
  caption,
  flag,
  resolved,
  writable,
  inert,
  onFlag,
  onConflict,
}: {
  sheetId: Id;
  /** What can be read aloud. */
  caption: string;
  flag: SheetFlag | null;
  resolved: boolean;
  writable: boolean;
  inert: boolean;
  onFlag: (flag: SheetFlag | null) => void;
  /** The judge has stepped back. */
  onConflict: () => void;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const flagText =
    flag === null ? 'desk.flag' : resolved ? 'desk.flag.resolved' : 'desk.flag.raised';
  return (
    <div className="desk-tools" role="group" aria-label={t('desk.tools')} inert={inert}>
      <Button
        variant="default"
        leftSection={<Clapperboard size={18} aria-hidden="true" />}
        onClick={() => setOpen('film')}
      >
        {t('desk.film')}
      </Button>
      <ReadAloud text={caption} />
      <SharesLine sheetId={sheetId} />
      {writable ? (
        <div className="desk-tools-end">
          <Button
            variant={flag === null ? 'default' : 'light'}
            leftSection={<Flag size={18} aria-hidden="true" />}
            onClick={() => setOpen('flag')}
          >
            {t(flagText)}
          </Button>
          <Button
            variant="default"
            leftSection={<UserRoundX size={18} aria-hidden="true" />}
            onClick={() => setOpen('conflict')}
          >
            {t('desk.conflict')}
          </Button>
        </div>
      ) : null}
      {open === 'film' ? (
        <Suspense>
          <FilmDialog sheetId={sheetId} onClose={close} />
        </Suspense>
      ) : null}
      {open === 'flag' ? <FlagDialog flag={flag} onChange={onFlag} onClose={close} /> : null}
      {open === 'conflict' ? (
        <ConflictDialog sheetId={sheetId} onDone={onConflict} onClose={close} />
      ) : null}
    </div>
  );
}
