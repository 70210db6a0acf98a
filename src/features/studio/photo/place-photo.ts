import {
  MAX_OBJECTS,
  PAGE_HEIGHT_PX,
  PAGE_WIDTH_PX,
  quarterX,
  quarterY,
  SCALE_RANGE,
} from '@domain/story/limits.ts';
import type { ObjectId, PhotoObject } from '@domain/story/scene.ts';
import { nextObjectId, sceneOf } from '@domain/story/story.ts';
import type { Editor } from '../editor-store.ts';
import type { Size } from './geometry.ts';

/** Where a photograph goes: over the whole page, beside what is drawn, or in place of another. */
export type PhotoPlace = 'page' | 'new-page' | 'object' | 'replace';

/** A photograph set down among other things takes this much of the page. */
const SHARE_OF_PAGE = 0.6;

const scene = (editor: Editor) => {
  const { story, pageId } = editor.store.getState();
  return sceneOf(story.pages.get(pageId));
};

function photoAt(editor: Editor, object: ObjectId | null): PhotoObject | null {
  const item = scene(editor).objects.find(({ id }) => id === object)?.item;
  return item?.kind === 'photo' ? item : null;
}

/** The places that make sense now, the likeliest first. */
export function placesFor(editor: Editor, selected: ObjectId | null, further: boolean) {
  const { story } = editor.store.getState();
  const places: PhotoPlace[] = [];
  if (photoAt(editor, selected) !== null) places.push('replace');
  const hasRoom = story.order.length < editor.limits.maxPages;
  if (further && hasRoom) places.push('new-page', 'page');
  else places.push('page', ...(hasRoom ? (['new-page'] as const) : []));
  places.push('object');
  return places;
}

function inTheMiddle(hash: string, { width, height }: Size): PhotoObject {
  const fit = Math.min(PAGE_WIDTH_PX / width, PAGE_HEIGHT_PX / height) * SHARE_OF_PAGE;
  return {
    kind: 'photo',
    hash,
    width,
    height,
    opacity: 255,
    placement: {
      x: quarterX(PAGE_WIDTH_PX / 2),
      y: quarterY(PAGE_HEIGHT_PX / 2),
      scale: scaleOf(fit),
      rotation: 0,
      flip: false,
      behind: false,
    },
  };
}

function scaleOf(by: number): number {
  return Math.min(SCALE_RANGE.max, Math.max(SCALE_RANGE.min, Math.round(by * 1000)));
}

/** As large on the page as the one it takes the place of. */
function insteadOf(before: PhotoObject, hash: string, { width, height }: Size): PhotoObject {
  const scale = scaleOf(
    (before.placement.scale / 1000) * Math.sqrt((before.width * before.height) / (width * height)),
  );
  return { ...before, hash, width, height, placement: { ...before.placement, scale } };
}

/** Puts a kept photograph into the story, as one step. False when the story can take no more. */
export function placePhoto(
  editor: Editor,
  place: PhotoPlace,
  photo: Size & { readonly hash: string; readonly selected: ObjectId | null },
): boolean {
  const { hash, selected } = photo;
  const size = { width: photo.width, height: photo.height };
  if (place === 'new-page') {
    const before = editor.store.getState().pageId;
    editor.addPage();
    if (editor.store.getState().pageId === before) return false;
  }
  if (place === 'page' || place === 'new-page') {
    return editor.put({ kind: 'background-set', background: { kind: 'photo', hash } });
  }
  const replaced = place === 'replace' ? photoAt(editor, selected) : null;
  if (replaced !== null && selected !== null) {
    const item = insteadOf(replaced, hash, size);
    return editor.put({ kind: 'object-put', object: selected, item });
  }
  if (scene(editor).objects.length >= MAX_OBJECTS) return false;
  const object = nextObjectId(editor.store.getState().story);
  return editor.put({ kind: 'object-put', object, item: inTheMiddle(hash, size) });
}
