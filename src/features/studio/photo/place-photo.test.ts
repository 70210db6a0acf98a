import { describe, expect, it } from 'vitest';
import { quarterX } from '@domain/story/limits.ts';
import { sceneOf } from '@domain/story/story.ts';
import { createEditor } from '../editor-store.ts';
import { placePhoto, placesFor } from './place-photo.ts';

const [ONE, TWO] = ['a'.repeat(64), 'b'.repeat(64)];
const size = { width: 1600, height: 1132 };

function begin(maxPages = 3) {
  const editor = createEditor([], () => 0, { minPages: 2, maxPages });
  const scene = () => {
    const { story, pageId } = editor.store.getState();
    return sceneOf(story.pages.get(pageId));
  };
  return { editor, scene };
}

describe('a photograph in a story', () => {
  it('covers the page, gives way to another, and comes back by undo', () => {
    const { editor, scene } = begin();
    placePhoto(editor, 'page', { ...size, hash: ONE, selected: null });
    placePhoto(editor, 'page', { ...size, hash: TWO, selected: null });
    expect(scene().background).toEqual({ kind: 'photo', hash: TWO });
    editor.undo();
    expect(scene().background).toEqual({ kind: 'photo', hash: ONE });
    editor.undo();
    expect(scene().background).toBeNull();
  });

  it('makes a page of its own behind the open one, while the edition allows more', () => {
    const { editor, scene } = begin();
    expect(placesFor(editor, null, true)).toEqual(['new-page', 'page', 'object']);
    expect(placePhoto(editor, 'new-page', { ...size, hash: ONE, selected: null })).toBe(true);
    expect(editor.store.getState().story.order).toEqual([1, 3, 2]);
    expect(scene().background).toEqual({ kind: 'photo', hash: ONE });
    expect(placesFor(editor, null, true)).toEqual(['page', 'object']);
    expect(placePhoto(editor, 'new-page', { ...size, hash: TWO, selected: null })).toBe(false);
  });

  it('lies on the page as a thing, and is replaced by another as large', () => {
    const { editor, scene } = begin();
    placePhoto(editor, 'object', { ...size, hash: ONE, selected: null });
    const [object] = scene().objects;
    expect(object?.item).toMatchObject({ hash: ONE, placement: { x: quarterX(800), scale: 600 } });
    const selected = object!.id;
    expect(placesFor(editor, selected, false)[0]).toBe('replace');
    const upright = { width: 566, height: 800, hash: TWO, selected };
    placePhoto(editor, 'replace', upright);
    expect(scene().objects).toHaveLength(1);
    expect(scene().objects[0]!.item).toMatchObject({ hash: TWO, placement: { scale: 1200 } });
    editor.undo();
    expect(scene().objects[0]!.item).toMatchObject({ hash: ONE });
  });
});
