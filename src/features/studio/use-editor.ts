import { useStore } from 'zustand';
import type { EditorState } from './editor-state.ts';
import type { Editor } from './editor-store.ts';

/** A part of the editor's state; the screen is drawn anew only when that part changes. */
export function useEditor<Part>(editor: Editor, select: (state: EditorState) => Part): Part {
  return useStore(editor.store, select);
}

/** The place of the open page, counted from 1. */
export function usePageNumber(editor: Editor): number {
  return useEditor(editor, ({ story, pageId }) => story.order.indexOf(pageId) + 1);
}
