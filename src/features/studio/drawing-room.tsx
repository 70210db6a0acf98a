import { Button } from '@mantine/core';
import { CircleHelp, Sailboat, Send, Sparkles } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { EditionView } from '@domain/contest/edition.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ApartDialog } from './apart-dialog.tsx';
import { CanvasHost } from './canvas-host.tsx';
import type { Extra } from './extra.ts';
import { EXTRAS } from './extras.ts';
import { ExtrasMenu } from './extras-menu.tsx';
import { FirstKept } from './first-kept.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { SaveNotice, SaveStatus } from './save-status.tsx';
import { AltField, CaptionField, TitleField } from './storyboard/page-texts.tsx';
import { objectDeskOf, useDesk } from './objects/use-object-desk.ts';
import { PageStrip } from './storyboard/page-strip.tsx';
import { PanelPicker } from './storyboard/panel-picker.tsx';
import type { StudioSession, StudioState } from './studio-session.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import { ToolRail } from './tool-rail.tsx';
import { toolDeskOf } from './tools/tool-desk.ts';
import { useEditor, usePageNumber } from './use-editor.ts';

const ObjectsDrawer = lazy(async () => ({
  default: (await import('./objects/objects-drawer.tsx')).ObjectsDrawer,
}));

/** Nobody waits longer than this for a weak network before leaving; the work is kept here anyway. */
const LEAVE_WITHIN_MS = 3_000;

export function DrawingRoom({
  state: { entryId, editor, local, server },
  session,
  edition,
}: {
  state: Extract<StudioState, { phase: 'drawing' }>;
  session: StudioSession;
  edition: EditionView | null;
}) {
  const { t, f } = useLanguage();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'help' | 'menu' | 'panels' | 'submit' | null>(null);
  const [extra, setExtra] = useState<Extra | null>(null);
  const [postponed, setPostponed] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const full = useEditor(editor, (state) => state.full);
  const settingDown = useDesk(objectDeskOf(editor), (state) => state.mode !== 'off');
  const pageId = useEditor(editor, (state) => state.pageId);
  const page = usePageNumber(editor);
  const over = edition !== null && edition.phase !== 'upcoming' && edition.phase !== 'open';
  const close = () => setDialog(null);
  useLayoutEffect(() => toolDeskOf(editor).openFor(entryId), [editor, entryId]);

  const openExtra = (id: string) => {
    close();
    setExtra(EXTRAS.find((each) => each.id === id) ?? null);
  };

  const leave = async () => {
    setLeaving(true);
    const timeIsUp = new Promise((resolve) => setTimeout(resolve, LEAVE_WITHIN_MS));
    await Promise.race([session.flush(), timeIsUp]);
    await navigate('/ben-cang');
  };

  return (
    <main id="main" className="studio">
      <h1 className="studio-spoken">{t('studio.title')}</h1>
      <header className="studio-bar">
        <Button
          variant="subtle"
          loading={leaving}
          leftSection={<Sailboat size={22} aria-hidden="true" />}
          onClick={() => void leave()}
        >
          {t('studio.toHarbour')}
        </Button>
        <TitleField editor={editor} id="studio-title" />
        <SaveStatus local={local} server={server} />
        <Button
          variant="default"
          leftSection={<Sparkles size={22} aria-hidden="true" />}
          onClick={() => setDialog('menu')}
        >
          {t('storyboard.menu')}
        </Button>
        <Button
          className="studio-help-button"
          variant="subtle"
          leftSection={<CircleHelp size={22} aria-hidden="true" />}
          onClick={() => setDialog('help')}
        >
          {t('studio.help')}
        </Button>
        <Button
          leftSection={<Send size={20} aria-hidden="true" />}
          onClick={() => setDialog('submit')}
        >
          {t('studio.submit')}
        </Button>
      </header>
      <Suspense fallback={<ToolRail editor={editor} />}>
        {settingDown ? <ObjectsDrawer editor={editor} /> : <ToolRail editor={editor} />}
      </Suspense>
      <div className="studio-desk">
        <CanvasHost
          editor={editor}
          session={session}
          onHelp={() => setDialog('help')}
          onIdeas={() => openExtra('ideas')}
        />
        <FirstKept
          editor={editor}
          story={entryId}
          kept={local === 'saved' || server.kind === 'saved'}
        />
        <SaveNotice local={local} server={server} />
        {over && server.kind !== 'refused' ? (
          <p className="studio-notice" role="status">
            {t('studio.submit.closed', { time: f.dateTime(edition.closesAt) })}
          </p>
        ) : null}
        {server.kind === 'apart' && postponed ? (
          <p className="studio-notice" role="status">
            <span>{t('studio.apart.later')}</span>
            <button type="button" className="studio-button" onClick={() => setPostponed(false)}>
              {t('studio.apart.choose')}
            </button>
          </p>
        ) : null}
        {full ? (
          <p className="studio-notice" role="status">
            {t('studio.full')}
          </p>
        ) : null}
        <div className="studio-words">
          <CaptionField editor={editor} pageId={pageId} page={page} id="studio-caption" />
          <AltField key={pageId} editor={editor} pageId={pageId} page={page} />
        </div>
      </div>
      <PageStrip
        editor={editor}
        onOverview={() => openExtra('overview')}
        onPanels={() => setDialog('panels')}
      />
      {dialog === 'help' ? (
        <HelpDialog onCopies={() => openExtra('copies')} onClose={close} />
      ) : null}
      {dialog === 'menu' ? (
        <ExtrasMenu edition={edition} onChoose={openExtra} onClose={close} />
      ) : null}
      {dialog === 'panels' ? <PanelPicker editor={editor} onClose={close} /> : null}
      {extra === null ? null : (
        <Suspense fallback={null}>
          <extra.Panel
            entryId={entryId}
            editor={editor}
            session={session}
            edition={edition}
            server={server}
            onClose={() => setExtra(null)}
          />
        </Suspense>
      )}
      {dialog === 'submit' ? (
        <SubmitDialog
          editor={editor}
          session={session}
          edition={edition}
          refusal={server.kind === 'refused' ? server.refusal : null}
          onTelling={() => openExtra('telling')}
          onClose={close}
        />
      ) : null}
      {server.kind === 'apart' && !postponed ? (
        <ApartDialog
          editor={editor}
          session={session}
          other={server.other}
          onClose={() => setPostponed(true)}
        />
      ) : null}
    </main>
  );
}
