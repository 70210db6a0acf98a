import { Button } from '@mantine/core';
import { Check, Mic, PenLine } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { pagesInOrder } from '@domain/story/story.ts';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { Loading } from '@ui/loading.tsx';
import { TellingPlayer } from '@ui/telling-player.tsx';
import type { Editor } from '../editor-store.ts';
import type { ExtraProps } from '../extra.ts';
import { useEditor } from '../use-editor.ts';
import { troubleBefore } from './microphone.ts';
import { PageStage } from './page-stage.tsx';
import { SaveLine } from './save-line.tsx';
import { SpeakPanel } from './speak-panel.tsx';
import { ToldPages } from './told-pages.tsx';
import { useDraftTold } from './use-draft-told.ts';
import { useRecordingDesk } from './use-recording-desk.ts';
import { WritePanel } from './write-panel.tsx';
import './telling-room.css';

const MODES = [
  { id: 'speak', icon: Mic },
  { id: 'write', icon: PenLine },
] as const;
type Mode = (typeof MODES)[number]['id'];

function Room({
  editor,
  keeper,
  maxMinutes,
  onClose,
}: {
  editor: Editor;
  keeper: TellingKeeper;
  maxMinutes: number;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const story = useEditor(editor, (state) => state.story);
  const opened = useEditor(editor, (state) => state.pageId);
  const telling = useStore(keeper.state, (state) => state.telling);
  const desk = useRecordingDesk(keeper, maxMinutes * 60_000);
  const phase = useStore(desk.store, (state) => state.phase);
  const [mode, setMode] = useState<Mode>(troubleBefore() === null ? 'speak' : 'write');
  const { order } = story;
  const at = Math.max(0, order.indexOf(opened));
  const pageId = order[at]!;
  const { told, srcOf, ready } = useDraftTold(keeper, order);
  const numberOf = (id: number) => order.indexOf(id) + 1;

  const untold = useRef(telling.turns.length === 0 && telling.written.length === 0);
  useEffect(() => {
    // Who has told nothing yet begins where the story does, whichever page was drawn last.
    const first = editor.store.getState().story.order[0];
    if (untold.current && first !== undefined) editor.selectPage(first);
    untold.current = false;
  }, [editor]);

  const turnTo = (id: number | undefined) => {
    if (id === undefined || id === pageId) return;
    editor.selectPage(id);
    desk.turn(id);
  };
  const choose = (next: Mode) => {
    void desk.stop();
    setMode(next);
  };

  return (
    <div className="telling" data-phase={phase}>
      <header className="telling-head">
        <fieldset className="telling-modes">
          <legend>{t('telling.mode')}</legend>
          {MODES.map(({ id, icon: Icon }) => (
            <label key={id}>
              <input
                type="radio"
                name="telling-mode"
                checked={mode === id}
                onChange={() => choose(id)}
              />
              <span>
                <Icon size={20} aria-hidden="true" />
                {t(`telling.mode.${id}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <SaveLine keeper={keeper} numberOf={numberOf} />
        <Button
          leftSection={<Check size={20} aria-hidden="true" />}
          onClick={() => void desk.stop().then(onClose)}
        >
          {t('telling.done')}
        </Button>
      </header>
      <PageStage pages={pagesInOrder(story)} at={at} onStep={(by) => turnTo(order[at + by])} />
      <section className="telling-side">
        <ToldPages telling={telling} order={order} page={pageId} onPage={turnTo} />
        {mode === 'speak' ? (
          <SpeakPanel
            keeper={keeper}
            desk={desk}
            page={pageId}
            numberOf={numberOf}
            maxMinutes={maxMinutes}
            onWrite={() => choose('write')}
          />
        ) : (
          <WritePanel key={pageId} keeper={keeper} page={pageId} number={at + 1} />
        )}
        {phase === 'idle' && mode === 'speak' && ready && told.turns.length > 0 ? (
          <TellingPlayer
            key={told.turns.length}
            told={{ ...told, written: [] }}
            srcOf={srcOf}
            page={at}
            onPage={(index) => turnTo(order[index])}
          />
        ) : null}
      </section>
    </div>
  );
}

/** Where a child tells the story with its pictures, aloud or in writing; over the whole glass. */
export function TellingRoom({ editor, session, edition, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const keeper = session.telling;
  if (keeper === null || edition === null) return null;
  return (
    <OpenRoom keeper={keeper} title={t('telling.title')} onClose={onClose}>
      <Room
        editor={editor}
        keeper={keeper}
        maxMinutes={edition.telling.maxMinutes}
        onClose={onClose}
      />
    </OpenRoom>
  );
}

function OpenRoom({
  keeper,
  title,
  onClose,
  children,
}: {
  keeper: TellingKeeper;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const phase = useStore(keeper.state, (state) => state.phase);
  return (
    <Dialog title={title} wide onClose={onClose}>
      {phase === 'ready' ? children : <Loading />}
    </Dialog>
  );
}
