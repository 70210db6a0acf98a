import { RotateCw } from 'lucide-react';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Loading } from '@ui/loading.tsx';
import type { Pixels } from './geometry.ts';
import { paintPixels } from './photo-files.ts';
import type { PhotoPlace } from './place-photo.ts';

export type Look = { readonly brightens: boolean; readonly percent: number };

/** How the sheet will look, and where it goes. */
export function PhotoResult({
  picture,
  look,
  places,
  place,
  onTurn,
  onLook,
  onPlace,
}: {
  /** Null while it is being developed for the first time. */
  picture: Pixels | null;
  look: Look;
  places: readonly PhotoPlace[];
  place: PhotoPlace;
  onTurn: () => void;
  onLook: (look: Look) => void;
  onPlace: (place: PhotoPlace) => void;
}) {
  const { t } = useLanguage();
  const shown = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (picture && shown.current) paintPixels(shown.current, picture);
  }, [picture]);
  return (
    <div className="photo-result">
      <div className="photo-developed">
        {picture === null ? (
          <Loading />
        ) : (
          <canvas ref={shown} role="img" aria-label={t('photo.result')} />
        )}
      </div>
      <div className="photo-choices">
        <Button
          variant="default"
          leftSection={<RotateCw size={20} aria-hidden="true" />}
          onClick={onTurn}
        >
          {t('photo.turn')}
        </Button>
        <fieldset>
          <legend>{t('photo.look')}</legend>
          <label className="photo-check">
            <input
              type="checkbox"
              checked={look.brightens}
              onChange={(event) => onLook({ ...look, brightens: event.currentTarget.checked })}
            />
            <span>{t('photo.brighten')}</span>
          </label>
          <label className="photo-strength">
            <span>{t('photo.strength')}</span>
            <input
              type="range"
              min={20}
              max={100}
              step={10}
              value={look.percent}
              disabled={!look.brightens}
              onChange={(event) => onLook({ ...look, percent: Number(event.currentTarget.value) })}
            />
          </label>
        </fieldset>
        <fieldset>
          <legend>{t('photo.place')}</legend>
          {places.map((each) => (
            <label key={each} className="photo-check">
              <input
                type="radio"
                name="photo-place"
                checked={place === each}
                onChange={() => onPlace(each)}
              />
              <span>{t(`photo.place.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </div>
  );
}
