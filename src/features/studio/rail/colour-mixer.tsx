import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { cssColour } from '../palette.ts';
import { colourOf, type Hsl, hslOf } from './colour-space.ts';

const SLIDERS = [
  { part: 'hue', most: 359, name: 'tools.mix.hue' },
  { part: 'saturation', most: 100, name: 'tools.mix.saturation' },
  { part: 'lightness', most: 100, name: 'tools.mix.lightness' },
] as const;

const STOPS = 12;

/** The colours along a slider while the other two stay. */
function track(hsl: Hsl, part: keyof Hsl, most: number): string {
  const stops = Array.from({ length: STOPS + 1 }, (_, i) =>
    cssColour(colourOf({ ...hsl, [part]: (most * i) / STOPS })),
  );
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** A colour from hue, vividness and lightness, by three sliders. */
export function ColourMixer({ colour, onUse }: { colour: number; onUse: (mixed: number) => void }) {
  const { t } = useLanguage();
  const [hsl, setHsl] = useState(() => hslOf(colour));
  const mixed = colourOf(hsl);
  return (
    <div className="studio-mixer">
      {SLIDERS.map(({ part, most, name }) => (
        <label key={part}>
          <span>{t(name, { value: hsl[part] })}</span>
          <input
            type="range"
            min={0}
            max={most}
            value={hsl[part]}
            style={{ backgroundImage: track(hsl, part, most) }}
            onChange={(event) => setHsl({ ...hsl, [part]: Number(event.currentTarget.value) })}
          />
        </label>
      ))}
      <div className="studio-mixed">
        <span
          role="img"
          aria-label={`${t('tools.mix.now')} ${cssColour(mixed)}`}
          style={{ backgroundColor: cssColour(mixed) }}
        />
        <button type="button" className="studio-button" onClick={() => onUse(mixed)}>
          {t('tools.mix.use')}
        </button>
      </div>
    </div>
  );
}
