import type { ArtItem, ArtPack } from '@domain/story/art/pack.ts';
import { sceneOf } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { cssColour, PALETTE } from '../palette.ts';
import { useEditor } from '../use-editor.ts';
import { ArtPicture } from './art-picture.tsx';
import type { ObjectDesk } from './object-desk.ts';
import { ComingNote, Fact } from './stamp-panel.tsx';
import { useArtGroups, useArtPack } from './use-art.ts';

function Scenes({
  pack,
  shown,
  desk,
}: {
  pack: ArtPack;
  shown: string | undefined;
  desk: ObjectDesk;
}) {
  const { locale } = useLanguage();
  const groups = pack.groups.filter(({ kind }) => kind === 'background').map(({ id }) => id);
  const filled = groups.filter((id) => pack.items.some(({ group }) => group === id));
  const items: readonly ArtItem[] = pack.items.filter(({ group }) => filled.includes(group));
  const [art, again] = useArtGroups(filled);
  const current = items.find(({ id }) => id === shown);
  return (
    <>
      {current ? <Fact item={current} /> : null}
      {art.state === 'here' ? null : <ComingNote failed={art.state === 'failed'} onAgain={again} />}
      <div className="objects-scenes">
        {items.map((item) => {
          const drawing = art.state === 'here' ? art.value.get(item.id) : undefined;
          return (
            <button
              key={item.id}
              type="button"
              className="objects-scene"
              aria-pressed={shown === item.id}
              onClick={() => desk.setBackground({ kind: 'asset', asset: item.id })}
            >
              {drawing ? <ArtPicture art={drawing} /> : null}
              <span>{item.name[locale]}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}

export function BackgroundPanel({ editor, desk }: { editor: Editor; desk: ObjectDesk }) {
  const { t } = useLanguage();
  const [pack, again] = useArtPack();
  const background = useEditor(
    editor,
    ({ story, pageId }) => sceneOf(story.pages.get(pageId)).background,
  );
  const colour = background?.kind === 'colour' ? background.colour : null;
  return (
    <div className="objects-panel">
      <h2 className="studio-spoken">{t('objects.backgrounds')}</h2>
      <p className="objects-hint">{t('objects.backgrounds.hint')}</p>
      <button
        type="button"
        className="studio-button"
        aria-pressed={background === null}
        onClick={() => desk.setBackground(null)}
      >
        {t('objects.backgrounds.none')}
      </button>
      <h3>{t('objects.backgrounds.pictures')}</h3>
      {pack.state === 'here' ? (
        <Scenes
          pack={pack.value}
          shown={background?.kind === 'asset' ? background.asset : undefined}
          desk={desk}
        />
      ) : (
        <ComingNote failed={pack.state === 'failed'} onAgain={again} />
      )}
      <h3>{t('objects.backgrounds.colours')}</h3>
      <div className="objects-colours" role="group" aria-label={t('objects.backgrounds.colours')}>
        {PALETTE.map((entry) => (
          <button
            key={entry.colour}
            type="button"
            className="studio-colour"
            aria-label={t(entry.name)}
            title={t(entry.name)}
            aria-pressed={colour === entry.colour}
            onClick={() => desk.setBackground({ kind: 'colour', colour: entry.colour })}
          >
            <span style={{ backgroundColor: cssColour(entry.colour) }} />
          </button>
        ))}
      </div>
    </div>
  );
}
