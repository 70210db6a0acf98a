import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { usePracticeBank } from '../games-queries.ts';
import { useView, ViewChoice } from '../phaser/view-choice.tsx';
import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { SailTable } from './sail-table.tsx';

/** Letters to bring to the islands. */
export function SailPage() {
  const [view, setView] = useView();
  return (
    <GameRoom id="sail" choices={<ViewChoice view={view} onChange={setView} />}>
      {(play: PlayProps) => <Voyage {...play} drawn={view === 'picture'} />}
    </GameRoom>
  );
}

/** Ports ask questions of the practice bank. */
function Voyage(play: PlayProps & { drawn: boolean }) {
  const bank = usePracticeBank();
  if (bank.isPending) return <Loading />;
  if (bank.isError) return <ErrorNote error={bank.error} onRetry={() => void bank.refetch()} />;
  return <SailTable {...play} items={bank.data.items} />;
}
