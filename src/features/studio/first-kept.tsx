import { PartyPopper } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { readPreference, writePreference } from '@platform/preferences.ts';
import type { Editor } from './editor-store.ts';
import { useEditor } from './use-editor.ts';

const CHEER_MS = 6_000;
/** A first dab is no page yet. */
const ENOUGH_STEPS = 5;

/** Once in a story's life on this device: its first page is drawn on and kept. */
export function FirstKept({
  editor,
  story,
  kept,
}: {
  editor: Editor;
  story: string;
  kept: boolean;
}) {
  const { t } = useLanguage();
  const drawn = useEditor(
    editor,
    ({ story: { pages, order } }) =>
      order.reduce((steps, id) => steps + (pages.get(id)?.done?.depth ?? 0), 0) >= ENOUGH_STEPS,
  );
  const [wasDrawn] = useState(drawn);
  const [cheer, setCheer] = useState<'due' | 'now' | 'over'>('due');
  if (cheer === 'due' && drawn && kept) {
    const known = wasDrawn || readPreference('studio-cheered') === story;
    setCheer(known ? 'over' : 'now');
  }

  useEffect(() => {
    if (cheer !== 'now') return undefined;
    writePreference('studio-cheered', story);
    const timer = setTimeout(() => setCheer('over'), CHEER_MS);
    return () => clearTimeout(timer);
  }, [cheer, story]);

  return (
    <div role="status">
      {cheer === 'now' ? (
        <p className="studio-cheer">
          <PartyPopper aria-hidden="true" />
          <span>{t('storyboard.firstKept')}</span>
        </p>
      ) : null}
    </div>
  );
}
