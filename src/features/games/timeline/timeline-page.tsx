import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { TimelineTable } from './timeline-table.tsx';

/** Documents of history, put in order one by one. */
export function TimelinePage() {
  return <GameRoom id="timeline">{(play: PlayProps) => <TimelineTable {...play} />}</GameRoom>;
}
