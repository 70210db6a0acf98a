import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { usePracticeBank } from '../games-queries.ts';
import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { SailTable } from './sail-table.tsx';

/** Letters to bring to the islands. */
export function SailPage() {
  return <GameRoom id="sail">{(play: PlayProps) => <Voyage {...play} />}</GameRoom>;
}

/** Ports ask questions of the practice bank. */
function Voyage(play: PlayProps) {
  const bank = usePracticeBank();
  if (bank.isPending) return <Loading />;
  if (bank.isError) return <ErrorNote error={bank.error} onRetry={() => void bank.refetch()} />;
  return <SailTable {...play} items={bank.data.items} />;
}
