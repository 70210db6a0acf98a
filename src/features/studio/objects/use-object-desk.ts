import { useStore } from 'zustand';
import { objectBox } from '@domain/story/paint/objects/object.ts';
import { storyAssets } from '@platform/story-assets.ts';
import type { Editor } from '../editor-store.ts';
import { measuringFitter } from './measure-text.ts';
import { createObjectDesk, type ObjectDesk, type ObjectDeskState } from './object-desk.ts';

const desks = new WeakMap<Editor, ObjectDesk>();

/** The one desk of a story, for as long as its editor lives. */
export function objectDeskOf(editor: Editor): ObjectDesk {
  let desk = desks.get(editor);
  if (desk === undefined) {
    const boxOf: ObjectDesk['boxOf'] = (item) => objectBox(item, storyAssets);
    desk = createObjectDesk(editor, { boxOf, fitter: measuringFitter });
    desks.set(editor, desk);
  }
  return desk;
}

/** A part of the desk's state; the screen is drawn anew only when that part changes. */
export function useDesk<Part>(desk: ObjectDesk, select: (state: ObjectDeskState) => Part): Part {
  return useStore(desk.store, select);
}
