import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { GameRoom, type PlayProps } from '../play/game-room.tsx';
import { PlaceTable } from './place-table.tsx';

/** Islands' names to drop on the map. */
export function PlacePage() {
  const { t } = useLanguage();
  const [fog, setFog] = useState(false);
  return (
    <GameRoom
      id="place"
      choices={
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
      }
    >
      {(play: PlayProps) => <PlaceTable {...play} fog={fog} />}
    </GameRoom>
  );
}
