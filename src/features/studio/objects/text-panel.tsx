import { BUBBLES, FONTS } from '@domain/story/scene.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { cssColour, PALETTE } from '../palette.ts';
import { BubblePicture } from './bubble-picture.tsx';
import type { ObjectDesk } from './object-desk.ts';
import { useDesk } from './use-object-desk.ts';

const LETTER_COLOURS = PALETTE.filter(({ few }) => few);
const SIZES = [0, 1, 2, 3] as const;
/** A letter as high as Vietnamese ones get. */
const SAMPLE = 'Ế';

/** How words look, before they are written or while they are chosen. */
export function TextPanel({ desk }: { desk: ObjectDesk }) {
  const { t } = useLanguage();
  const text = useDesk(desk, (state) => state.text);
  return (
    <div className="objects-panel">
      <h2 className="studio-spoken">{t('objects.text')}</h2>
      <p className="objects-hint">{t('objects.text.hint')}</p>
      <h3>{t('objects.text.bubble')}</h3>
      <div className="objects-bubbles" role="group" aria-label={t('objects.text.bubble')}>
        {BUBBLES.map((bubble) => (
          <button
            key={bubble}
            type="button"
            className="objects-bubble"
            aria-pressed={text.bubble === bubble}
            onClick={() => desk.chooseText({ bubble })}
          >
            <BubblePicture bubble={bubble} />
            <span>{t(`objects.bubble.${bubble}`)}</span>
          </button>
        ))}
      </div>
      <h3>{t('objects.text.font')}</h3>
      <div className="objects-fonts" role="group" aria-label={t('objects.text.font')}>
        {FONTS.map((font) => (
          <button
            key={font}
            type="button"
            className={`objects-font objects-font-${font}`}
            aria-pressed={text.font === font}
            onClick={() => desk.chooseText({ font })}
          >
            {t(`objects.font.${font}`)}
          </button>
        ))}
      </div>
      <h3>{t('objects.text.size')}</h3>
      <div className="objects-sizes" role="group" aria-label={t('objects.text.size')}>
        {SIZES.map((size) => (
          <button
            key={size}
            type="button"
            className={`objects-size objects-size-${size}`}
            aria-label={t(`objects.size.${size}`)}
            aria-pressed={text.size === size}
            onClick={() => desk.chooseText({ size })}
          >
            <span aria-hidden="true">{SAMPLE}</span>
          </button>
        ))}
      </div>
      <h3>{t('objects.text.colour')}</h3>
      <div className="objects-colours" role="group" aria-label={t('objects.text.colour')}>
        {LETTER_COLOURS.map((entry) => (
          <button
            key={entry.colour}
            type="button"
            className="studio-colour"
            aria-label={t(entry.name)}
            title={t(entry.name)}
            aria-pressed={text.colour === entry.colour}
            onClick={() => desk.chooseText({ colour: entry.colour })}
          >
            <span style={{ backgroundColor: cssColour(entry.colour) }} />
          </button>
        ))}
      </div>
    </div>
  );
}
