import { describe, expect, it } from 'vitest';
import { createEditor } from './editor-store.ts';
import { createZoom } from './engine/zoom.ts';
import { historyCommand, runShortcut } from './shortcuts.ts';
import { toolDeskOf } from './tools/tool-desk.ts';

const keys = { ctrlKey: true, metaKey: false, shiftKey: false };

describe('shortcuts', () => {
  it('know undo and redo in the ways of Windows and the Mac', () => {
    expect(historyCommand({ ...keys, key: 'z' })).toBe('undo');
    expect(historyCommand({ ...keys, key: 'Z', shiftKey: true })).toBe('redo');
    expect(historyCommand({ ...keys, key: 'y' })).toBe('redo');
    expect(historyCommand({ ...keys, ctrlKey: false, metaKey: true, key: 'z' })).toBe('undo');
    expect(historyCommand({ ...keys, ctrlKey: false, key: 'z' })).toBeNull();
  });

  it('pick tool, size, colour, page and nearness, and leave other keys alone', () => {
    const editor = createEditor([], () => 0, { minPages: 2, maxPages: 4 });
    const desk = toolDeskOf(editor);
    const zoom = createZoom();
    const commanded = { editor, desk, zoom, place: { x: 0.5, y: 0.5 } };
    const before = desk.store.getState().colour;
    for (const key of ['3', ']', ']', ']', '.', 'm', '+', 'PageDown']) {
      expect(runShortcut(commanded, key)).toBe(true);
    }
    const { tool, sizes, colour, symmetry } = desk.store.getState();
    expect({ tool, size: sizes.marker, symmetry }).toEqual({
      tool: 'marker',
      size: 4,
      symmetry: 'left-right',
    });
    expect(colour).not.toBe(before);
    expect(editor.store.getState().pageId).toBe(2);
    expect(zoom.store.getState().scale).toBeGreaterThan(1);
    expect(runShortcut(commanded, 'q')).toBe(false);
  });
});
