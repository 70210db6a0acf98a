import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { ChartDesk } from './chart-desk.tsx';

/** The desk of the law of the sea, on the chart of an invented island. */
export function ZonesPage() {
  return <GameRoom id="zones">{(play: PlayProps) => <ChartDesk {...play} />}</GameRoom>;
}
