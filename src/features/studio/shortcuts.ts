import type { Editor } from './editor-store.ts';
import type { PlaceOnPage, Zoom } from './engine/zoom.ts';
import { paletteOf } from './palette.ts';
import type { ToolDesk } from './tools/tool-desk.ts';
import { toolOfKey } from './tools/tool-set.ts';

function stepColour(desk: ToolDesk, by: -1 | 1): void {
  const { colour, band } = desk.store.getState();
  const palette = paletteOf(band);
  const at = palette.findIndex((entry) => entry.colour === colour);
  const next = palette[(at + by + palette.length) % palette.length];
  if (next) desk.chooseColour(next.colour);
}

export function stepPage(editor: Editor, by: -1 | 1): void {
  const { story, pageId } = editor.store.getState();
  const next = story.order[story.order.indexOf(pageId) + by];
  if (next !== undefined) editor.selectPage(next);
}

export type Commanded = {
  readonly editor: Editor;
  readonly desk: ToolDesk;
  readonly zoom: Zoom;
  /** Where the pen of the keys stands. */
  readonly place: PlaceOnPage;
};

/**
 * One-key commands. They hold only while the page has the focus (WCAG 2.1.4), so that they never
 * meet somebody's typing or a screen reader's own keys.
 */
export function runShortcut({ editor, desk, zoom, place }: Commanded, key: string): boolean {
  const tool = toolOfKey(key);
  if (tool) desk.take(tool);
  else if (key === '[') desk.stepSize(-1);
  else if (key === ']') desk.stepSize(1);
  else if (key === ',') stepColour(desk, -1);
  else if (key === '.') stepColour(desk, 1);
  else if (key === 'm') desk.nextSymmetry();
  else if (key === '+' || key === '=') zoom.step(1, place);
  else if (key === '-') zoom.step(-1, place);
  else if (key === '0') zoom.whole();
  else if (key === 'PageUp') stepPage(editor, -1);
  else if (key === 'PageDown') stepPage(editor, 1);
  else return false;
  return true;
}

export type HistoryCommand = 'undo' | 'redo';

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, or the same with the Mac's command key. */
export function historyCommand(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): HistoryCommand | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
  return key === 'z' ? 'undo' : null;
}
