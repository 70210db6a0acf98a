import { SweepSea } from '../phaser/sweep/sweep-sea.tsx';
import { useView, ViewChoice } from '../phaser/view-choice.tsx';
import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { CalmTable } from './calm-table.tsx';
import { useSweepReferee } from './sweep-referee.tsx';

/** A minute at sea with a net and three bins, or the same in peace. */
export function SweepPage() {
  const [view, setView] = useView();
  const referee = useSweepReferee();
  return (
    <GameRoom
      id="sweep"
      referee={view === 'picture' ? referee : null}
      choices={
        <ViewChoice
          view={view}
          onChange={setView}
          labels={{ picture: 'arcade.sweep.view.picture', words: 'arcade.sweep.view.words' }}
        />
      }
    >
      {(play: PlayProps) => (view === 'picture' ? <SweepSea {...play} /> : <CalmTable {...play} />)}
    </GameRoom>
  );
}
