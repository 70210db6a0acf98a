import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { CalmTable } from './calm-table.tsx';

/** A minute at sea with a net and three bins, or the same in peace. */
export function SweepPage() {
  return <GameRoom id="sweep">{(play: PlayProps) => <CalmTable {...play} />}</GameRoom>;
}
