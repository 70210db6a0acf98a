import { useEffect } from 'react';
import * as z from 'zod/mini';
import { SessionView } from '@domain/people/actor.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { keptPupil } from '@platform/kept-pupil.ts';
import { useSession } from '@platform/queries.ts';

/** As long as the server would have known the pupil. */
const KNOWN_MS = 12 * 3_600_000;

const Kept = z.object({ at: z.number(), session: SessionView });

function keptSession(): SessionView | null {
  const kept = Kept.safeParse(keptPupil().read());
  return kept.success && Date.now() - kept.data.at < KNOWN_MS ? kept.data.session : null;
}

/**
 * Who is signed in, as the server says or, where it cannot be reached, as it said last on this device:
 * what is drawn without a network is taken by the server only from who is signed in there.
 */
export function useKnownPupil() {
  const asked = useSession();
  const said = asked.data;
  useEffect(() => {
    if (said?.role === 'pupil') keptPupil().write({ at: Date.now(), session: said });
    else if (said) keptPupil().forget();
  }, [said]);
  // Not after every further try: a child waits.
  const lost = (asked.error ?? asked.failureReason) instanceof ConnectionLost;
  const kept = !said && lost ? keptSession() : null;
  return {
    isPending: asked.isPending && kept === null,
    session: said ?? kept ?? null,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
