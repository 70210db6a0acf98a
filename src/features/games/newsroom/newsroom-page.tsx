import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { NewsDesk } from './news-desk.tsx';

/** Posts to check before they are shared. */
export function NewsroomPage() {
  return <GameRoom id="newsroom">{(play: PlayProps) => <NewsDesk {...play} />}</GameRoom>;
}
