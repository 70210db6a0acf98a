import { useEffect, useRef } from 'react';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useSession } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { useFinishSweepRun, useOpenSweepRun } from '../games-queries.ts';
import type { Referee } from '../play/game-room.tsx';
import { Badge } from '../voyage/badges.tsx';

/** The server as referee, for pupils who are signed in; everybody else plays for themselves. */
export function useSweepReferee(): Referee | null {
  const isPupil = useSession().data?.role === 'pupil';
  const open = useOpenSweepRun();
  if (!isPupil) return null;
  return {
    open: () => open.mutateAsync().catch(() => null),
    report: (runId, inputs) => <Report key={runId} runId={runId} inputs={inputs} />,
  };
}

function Report({ runId, inputs }: { runId: Id; inputs: readonly number[] }) {
  const { t, f } = useLanguage();
  const finish = useFinishSweepRun();
  const sent = useRef(false);
  const send = () => finish.mutate({ runId, inputs });
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    send();
  });
  if (finish.isError) return <ErrorNote error={finish.error} onRetry={send} />;
  if (finish.data === undefined) return <p role="status">{t('games.referee.checking')}</p>;
  const { points, won } = finish.data;
  return (
    <div className="referee" role="status">
      <p>{t('games.referee.done', { points: f.integer(points) })}</p>
      {won.length > 0 ? (
        <>
          <strong>{t('games.badge.new')}</strong>
          <ul className="badges">
            {won.map((badge) => (
              <Badge key={badge} id={badge} won />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
