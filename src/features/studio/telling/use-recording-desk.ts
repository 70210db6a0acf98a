import { useEffect, useState } from 'react';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import { openMicrophone } from './microphone.ts';
import { createRecordingDesk, type RecordingDesk } from './recording-desk.ts';

/** A desk for as long as the room is open; leaving it keeps what is being told. */
export function useRecordingDesk(keeper: TellingKeeper, maxMs: number): RecordingDesk {
  const [desk] = useState(() =>
    createRecordingDesk({
      keeper,
      open: openMicrophone,
      now: () => performance.now(),
      maxMs,
    }),
  );
  useEffect(() => {
    // A tablet that is put away takes the microphone from the page.
    const onHide = () => {
      if (document.visibilityState === 'hidden') void desk.pause();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      void desk.stop();
    };
  }, [desk]);
  return desk;
}
