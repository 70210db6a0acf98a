import { describe, expect, it } from 'vitest';
import { createEditor } from './editor-store.ts';
import { historyCommand, runShortcut } from './shortcuts.ts';

const keys = { ctrlKey: true, metaKey: false, shiftKey: false };

describe('shortcuts', () => {
  it('know undo and redo in the ways of Windows and the Mac', () => {
    expect(historyCommand({ ...keys, key: 'z' })).toBe('undo');
    expect(historyCommand({ ...keys, key: 'Z', shiftKey: true })).toBe('redo');
    expect(historyCommand({ ...keys, key: 'y' })).toBe('redo');
    expect(historyCommand({ ...keys, ctrlKey: false, metaKey: true, key: 'z' })).toBe('undo');
    expect(historyCommand({ ...keys, ctrlKey: false, key: 'z' })).toBeNull();
  });

  it('pick tool, size, colour and page, and leave other keys alone', () => {
    const editor = createEditor([], () => 0, { minPages: 2, maxPages: 4 });
    const before = editor.store.getState().colour;
    for (const key of ['3', ']', ']', ']', '.', 'PageDown']) {
      expect(runShortcut(editor, key)).toBe(true);
    }
    const { tool, sizes, colour, pageId } = editor.store.getState();
    expect({ tool, size: sizes.marker, pageId }).toEqual({ tool: 'marker', size: 4, pageId: 2 });
    expect(colour).not.toBe(before);
    expect(runShortcut(editor, 'q')).toBe(false);
  });
});
