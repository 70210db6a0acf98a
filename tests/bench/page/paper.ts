import { mountCanvas } from '@features/studio/canvas-mount.ts';
import type { Editor } from '@features/studio/editor-store.ts';
import { createZoom } from '@features/studio/engine/zoom.ts';
import { createPointerArbiter } from '@features/studio/tools/pointer-arbiter.ts';
import { createToolDesk } from '@features/studio/tools/tool-desk.ts';
import { quarterSize } from '@domain/story/limits.ts';
import type { StudioSession } from '@features/studio/studio-session.ts';

type Keeper = Pick<StudioSession, 'keepLive' | 'dropLive' | 'penIsDown'>;

/** Nothing outlives the page: the engine alone. */
const KEEPS_NOTHING: Keeper = { keepLive() {}, dropLive() {}, penIsDown() {} };

function block(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

/** A table with one brush on it: round, black, 6 px. */
function brushTable() {
  const desk = createToolDesk();
  desk.chooseBand('large');
  desk.take('brush');
  desk.chooseColour(0x000000);
  const settingsFor = desk.settingsFor.bind(desk);
  desk.settingsFor = (tool) => ({ ...settingsFor(tool), size: quarterSize(6) });
  return desk;
}

/** The studio's paper as large as the window, with the studio's own engine, tools and pointers. */
export function layPaper(editor: Editor, session: Keeper = KEEPS_NOTHING) {
  const [host, sheet, ink, cursor] = [
    block('bench-paper'),
    block('bench-sheet'),
    block('bench-ink'),
    block('bench-cursor'),
  ];
  host.tabIndex = 0;
  cursor.hidden = true;
  sheet.append(ink, cursor);
  host.append(sheet);
  document.body.replaceChildren(host);
  const canvas = mountCanvas({
    host,
    sheet,
    ink,
    cursor,
    editor,
    session,
    desk: brushTable(),
    zoom: createZoom(),
    arbiter: createPointerArbiter(),
    onHelp() {},
    onTouchIgnored() {},
    onKeyboardPen() {},
    onTap() {},
  });
  return { host, canvas };
}

/** Resolves once the frame that shows what was just painted has left this thread. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
