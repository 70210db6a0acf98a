import { Palette } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { cssColour, PALETTE, PALETTE_GROUPS, paletteOf } from '../palette.ts';
import type { ToolDesk } from '../tools/tool-desk.ts';
import { TOOL_SET } from '../tools/tool-set.ts';
import { useDeskState } from '../tools/use-tool-desk.ts';
import { Flyout } from './flyout.tsx';

const ColourMixer = lazy(async () => ({
  default: (await import('./colour-mixer.tsx')).ColourMixer,
}));

function Swatch({ colour }: { colour: number }) {
  return <span style={{ backgroundColor: cssColour(colour) }} />;
}

/** What a colour is called; one that the child mixed has no name of its own. */
function useColourName() {
  const { t } = useLanguage();
  return (colour: number) => {
    const known = PALETTE.find((entry) => entry.colour === colour);
    return known ? t(known.name) : `${t('tools.mix.named')} ${cssColour(colour)}`;
  };
}

function Recent({ desk }: { desk: ToolDesk }) {
  const { t } = useLanguage();
  const recent = useDeskState(desk, (state) => state.recent);
  const nameOf = useColourName();
  if (recent.length === 0) return null;
  const mixed = recent.filter((colour) => !PALETTE.some((entry) => entry.colour === colour));
  return (
    <div className="studio-recent" role="group" aria-label={t('studio.recent')}>
      {recent.map((colour) => (
        <button
          key={colour}
          type="button"
          className="studio-colour"
          // Where there is no room for all: the newest of those that are on no palette.
          data-mixed={mixed.indexOf(colour) + 1}
          aria-label={nameOf(colour)}
          title={nameOf(colour)}
          onClick={() => desk.chooseColour(colour)}
        >
          <Swatch colour={colour} />
        </button>
      ))}
    </div>
  );
}

/** The palette of this band; the large table mixes colours of its own. */
export function Colours({ desk }: { desk: ToolDesk }) {
  const { t } = useLanguage();
  const band = useDeskState(desk, (state) => state.band);
  const colour = useDeskState(desk, (state) => state.colour);
  const coloured = useDeskState(desk, ({ tool }) => TOOL_SET[tool].asks.includes('colour'));
  const laid = paletteOf(band);
  const nameOf = useColourName();
  return (
    <div className="studio-paints" data-asked={coloured}>
      <fieldset className="studio-colours">
        <legend>{t('studio.colours')}</legend>
        {PALETTE_GROUPS.map(({ name, colours }) => (
          <div key={name} className="studio-colour-group" role="group" aria-label={t(name)}>
            {colours
              .filter((entry) => laid.includes(entry))
              .map((entry) => (
                <label key={entry.colour} className="studio-colour" title={t(entry.name)}>
                  <input
                    type="radio"
                    name="studio-colour"
                    aria-label={t(entry.name)}
                    checked={colour === entry.colour}
                    onChange={() => desk.chooseColour(entry.colour)}
                  />
                  <Swatch colour={entry.colour} />
                </label>
              ))}
          </div>
        ))}
      </fieldset>
      {band === 'large' ? (
        <Flyout
          className="studio-colour studio-mix"
          label={`${t('tools.mix')}: ${nameOf(colour)}`}
          name={t('tools.mix')}
          face={<Palette aria-hidden="true" />}
        >
          {(close) => (
            <Suspense>
              <ColourMixer
                colour={colour}
                onUse={(mixed) => {
                  desk.chooseColour(mixed);
                  desk.used(mixed);
                  close();
                }}
              />
            </Suspense>
          )}
        </Flyout>
      ) : null}
      {band === 'small' ? null : <Recent desk={desk} />}
    </div>
  );
}
