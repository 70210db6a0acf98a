import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import type { ExtraProps } from '../extra.ts';
import { ArtPicture } from '../objects/art-picture.tsx';
import { ComingNote, Fact } from '../objects/stamp-panel.tsx';
import { useArtGroups, useArtPack } from '../objects/use-art.ts';
import { objectDeskOf } from '../objects/use-object-desk.ts';
import { usePageNumber } from '../use-editor.ts';
import { type Idea, IDEAS } from './ideas.ts';
import '../objects/objects-drawer.css';
import './ideas-dialog.css';

function useDrawings() {
  const [pack, packAgain] = useArtPack();
  const items = pack.state === 'here' ? pack.value.items : [];
  const wanted = new Set(IDEAS.flatMap(({ picture, scene }) => [picture, scene]));
  const groups = new Set(items.filter(({ id }) => wanted.has(id)).map(({ group }) => group));
  const [art, artAgain] = useArtGroups([...groups]);
  const failed = pack.state === 'failed' || art.state === 'failed';
  return {
    items,
    art: art.state === 'here' ? art.value : null,
    failed,
    again: pack.state === 'failed' ? packAgain : artAgain,
  };
}

/** Twelve beginnings for who does not know yet what to draw; taking one puts its scene on the page. */
export function IdeasDialog({ editor, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const page = usePageNumber(editor);
  const [open, setOpen] = useState<Idea | null>(null);
  const { items, art, failed, again } = useDrawings();
  const item = items.find(({ id }) => id === open?.picture);
  const scene = open && art?.get(open.scene);

  const begin = ({ scene: asset }: Idea) => {
    objectDeskOf(editor).setBackground({ kind: 'asset', asset });
    onClose();
  };

  if (open) {
    return (
      <Dialog key={open.id} title={t(open.title)} onClose={() => setOpen(null)}>
        <div className="idea-open">
          {scene ? <ArtPicture art={scene} /> : null}
          <p className="idea-question">{t(open.question)}</p>
          {item ? <Fact item={item} /> : null}
        </div>
        <div className="dialog-actions">
          <Button variant="default" onClick={() => setOpen(null)}>
            {t('storyboard.ideas.others')}
          </Button>
          <Button onClick={() => begin(open)}>{t('storyboard.ideas.begin', { page })}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('storyboard.ideas.title')} onClose={onClose}>
      <p>{t('storyboard.ideas.text')}</p>
      {failed ? <ComingNote failed onAgain={again} /> : null}
      <ul className="ideas">
        {IDEAS.map((idea) => {
          const drawing = art?.get(idea.picture);
          return (
            <li key={idea.id}>
              <button type="button" className="idea" onClick={() => setOpen(idea)}>
                <span className="idea-picture">
                  {drawing ? <ArtPicture art={drawing} /> : null}
                </span>
                <span>{t(idea.title)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
