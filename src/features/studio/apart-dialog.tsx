import { useState } from 'react';
import { replay } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { OtherCopy } from '@platform/drafts/open-story.ts';
import { Dialog } from '@ui/dialog.tsx';
import type { Editor } from './editor-store.ts';
import { PageThumb } from './page-thumb.tsx';
import type { StudioSession } from './studio-session.ts';

/** Two machines drew the same story: the pupil sees both and says which one goes on. */
export function ApartDialog({
  editor,
  session,
  other,
  onClose,
}: {
  editor: Editor;
  session: StudioSession;
  other: OtherCopy;
  onClose: () => void;
}) {
  const { t, f } = useLanguage();
  const [theirs] = useState(() => replay(other.events));
  const [busy, setBusy] = useState(false);
  const mine = editor.store.getState().story;
  const copies = [
    {
      story: mine,
      label: 'studio.apart.minePages',
      act: 'studio.apart.mine',
      choose: () => session.keepMine(),
    },
    {
      story: theirs,
      label: 'studio.apart.otherPages',
      act: 'studio.apart.other',
      choose: () => session.useOther(other),
    },
  ] as const;
  return (
    <Dialog title={t('studio.apart.title')} onClose={onClose}>
      <p>
        {other.savedAt === null
          ? t('studio.apart.textUndated')
          : t('studio.apart.text', { time: f.dateTime(other.savedAt) })}
      </p>
      <div className="studio-copies">
        {copies.map(({ story, label, act, choose }) => (
          <figure key={act}>
            <div>
              {story.order.slice(0, 4).map((id) => (
                <PageThumb key={id} page={story.pages.get(id)!} />
              ))}
            </div>
            <figcaption>{t(label, { pages: story.order.length })}</figcaption>
            <button
              type="button"
              className="studio-button"
              disabled={busy}
              onClick={() => {
                setBusy(true);
                void choose();
              }}
            >
              {t(act)}
            </button>
          </figure>
        ))}
      </div>
    </Dialog>
  );
}
