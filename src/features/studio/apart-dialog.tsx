import { Button } from '@mantine/core';
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
}: {
  editor: Editor;
  session: StudioSession;
  other: OtherCopy;
}) {
  const { t, f } = useLanguage();
  const [theirs] = useState(() => replay(other.events));
  const [busy, setBusy] = useState(false);
  const mine = editor.store.getState().story;
  const copies = [
    { key: 'mine', story: mine, label: 'studio.apart.minePages' },
    { key: 'theirs', story: theirs, label: 'studio.apart.otherPages' },
  ] as const;
  return (
    <Dialog title={t('studio.apart.title')} onClose={() => {}}>
      <p>
        {other.savedAt === null
          ? t('studio.apart.textUndated')
          : t('studio.apart.text', { time: f.dateTime(other.savedAt) })}
      </p>
      <div className="studio-copies">
        {copies.map(({ key, story, label }) => (
          <figure key={key}>
            <div>
              {story.order.slice(0, 4).map((id) => (
                <PageThumb key={id} page={story.pages.get(id)!} />
              ))}
            </div>
            <figcaption>{t(label, { pages: story.order.length })}</figcaption>
          </figure>
        ))}
      </div>
      <div className="dialog-actions">
        <Button
          variant="default"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void session.useOther(other);
          }}
        >
          {t('studio.apart.other')}
        </Button>
        <Button
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void session.keepMine();
          }}
        >
          {t('studio.apart.mine')}
        </Button>
      </div>
    </Dialog>
  );
}
