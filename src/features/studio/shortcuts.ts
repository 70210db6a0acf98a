import type { Editor } from './editor-store.ts';
import { PALETTE } from './palette.ts';
import { SIZE_STEPS, TOOL_NAMES, TOOL_SET } from './tools/tool-set.ts';

function stepSize(editor: Editor, by: -1 | 1): void {
  const { tool, sizes } = editor.store.getState();
  const next = SIZE_STEPS[sizes[tool] + by];
  if (next !== undefined) editor.chooseSize(next);
}

function stepColour(editor: Editor, by: -1 | 1): void {
  const { colour } = editor.store.getState();
  const at = PALETTE.findIndex((entry) => entry.colour === colour);
  const next = PALETTE[(at + by + PALETTE.length) % PALETTE.length];
  if (next) editor.chooseColour(next.colour);
}

export function stepPage(editor: Editor, by: -1 | 1): void {
  const { story, pageId } = editor.store.getState();
  const next = story.order[story.order.indexOf(pageId) + by];
  if (next !== undefined) editor.selectPage(next);
}

/**
 * One-key commands. They hold only while the page has the focus (WCAG 2.1.4), so that they never
 * meet somebody's typing or a screen reader's own keys.
 */
export function runShortcut(editor: Editor, key: string): boolean {
  const tool = TOOL_NAMES.find((name) => TOOL_SET[name].shortcut === key);
  if (tool) editor.chooseTool(tool);
  else if (key === '[') stepSize(editor, -1);
  else if (key === ']') stepSize(editor, 1);
  else if (key === ',') stepColour(editor, -1);
  else if (key === '.') stepColour(editor, 1);
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
