import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { useView, ViewChoice } from '../phaser/view-choice.tsx';
import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { PlaceTable } from './place-table.tsx';

/** Islands' names to drop on the map. */
export function PlacePage() {
  const { t } = useLanguage();
  const [fog, setFog] = useState(false);
  const [view, setView] = useView();
  return (
    <GameRoom
      id="place"
      choices={
        <>
          <ViewChoice view={view} onChange={setView} />
          <div className="game-choice">
            <label>
              <input
                type="checkbox"
                checked={fog}
                onChange={(event) => setFog(event.currentTarget.checked)}
              />
              {t('games.place.fog')}
            </label>
          </div>
        </>
      }
    >
      {(play: PlayProps) => <PlaceTable {...play} fog={fog} drawn={view === 'picture'} />}
    </GameRoom>
  );
}
