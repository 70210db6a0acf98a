import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { readPreference, writePreference } from '@platform/preferences.ts';
import { isLight, setLight } from './renderer-choice.ts';

const PREFERENCE = 'games:view';
const VIEWS = ['picture', 'words'] as const;
export type View = (typeof VIEWS)[number];

/** How this device plays the games that have two views; pictures until somebody says otherwise. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(() =>
    readPreference(PREFERENCE) === 'words' ? 'words' : 'picture',
  );
  return [
    view,
    (next) => {
      writePreference(PREFERENCE, next);
      setView(next);
    },
  ];
}

/** The switch before a round: the same game drawn, or in words. */
export function ViewChoice({
  view,
  onChange,
  labels = { picture: 'arcade.view.picture', words: 'arcade.view.words' },
}: {
  view: View;
  onChange: (view: View) => void;
  labels?: {
    readonly picture: 'arcade.view.picture' | 'arcade.sweep.view.picture';
    readonly words: 'arcade.view.words' | 'arcade.sweep.view.words';
  };
}) {
  const { t } = useLanguage();
  const [light, setLightHere] = useState(isLight);
  return (
    <fieldset className="game-choice">
      <legend>{t('arcade.view')}</legend>
      {VIEWS.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="game-view"
            checked={view === one}
            onChange={() => onChange(one)}
          />
          {t(labels[one])}
        </label>
      ))}
      {view === 'picture' ? (
        <label>
          <input
            type="checkbox"
            checked={light}
            onChange={({ currentTarget }) => {
              setLight(currentTarget.checked);
              setLightHere(currentTarget.checked);
            }}
          />
          {t('arcade.light')}
        </label>
      ) : null}
    </fieldset>
  );
}
