import { describe, expect, it } from 'vitest';
import type { StrokeChange } from '@domain/story/event.ts';
import { quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import { encodePicture } from '@domain/story/picture-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { stepsOf, replay } from '@domain/story/story.ts';
import { createEditor, type Editor } from './editor-store.ts';

const LIMITS = { minPages: 2, maxPages: 4 };

function dot(pageId: number, colour = 0): StrokeChange {
  return {
    kind: 'stroke',
    pageId,
    tool: 'brush',
    colour,
    size: quarterSize(8),
    opacity: 255,
    layer: 1,
    symmetry: 'none',
    seed: 0,
    x: [quarterX(10)],
    y: [quarterY(10)],
    pressure: [128],
    t: [0],
  };
}

function open(): Editor {
  let ms = 1_000;
  return createEditor([], () => (ms += 10), LIMITS);
}

const state = (editor: Editor) => editor.store.getState();
const marks = (editor: Editor, pageId: number) =>
  stepsOf(state(editor).story.pages.get(pageId)!).length;

describe('a story begun', () => {
  it('has two blank pages and the first one open', () => {
    const editor = open();
    expect(state(editor).story.order).toEqual([1, 2]);
    expect(state(editor).pageId).toBe(1);
  });

  it('is the same story after its log was kept and opened again', () => {
    const editor = open();
    editor.put(dot(1));
    editor.put(dot(1, 5));
    editor.undo();
    editor.typeTitle('Đảo xa');
    editor.keepText();
    const again = createEditor([...editor.log], () => 0, LIMITS);
    expect(encodePicture(pictureOf(state(again).story))).toEqual(
      encodePicture(pictureOf(state(editor).story)),
    );
    again.redo();
    expect(marks(again, 1)).toBe(2);
  });
});

describe('undo and redo', () => {
  it('belong to the open page, without a limit', () => {
    const editor = open();
    for (let i = 0; i < 300; i += 1) editor.put(dot(1));
    editor.selectPage(2);
    editor.put(dot(2));
    editor.undo();
    editor.undo();
    expect([marks(editor, 1), marks(editor, 2)]).toEqual([300, 0]);
    editor.selectPage(1);
    for (let i = 0; i < 300; i += 1) editor.undo();
    expect(marks(editor, 1)).toBe(0);
    for (let i = 0; i < 300; i += 1) editor.redo();
    expect(marks(editor, 1)).toBe(300);
  });

  it('do nothing where there is nothing', () => {
    const editor = open();
    const events = editor.log.length;
    editor.undo();
    editor.redo();
    expect(editor.log).toHaveLength(events);
  });
});

describe('pages', () => {
  it('are added behind the open one, up to the most the edition allows', () => {
    const editor = open();
    editor.addPage();
    expect(state(editor).story.order).toEqual([1, 3, 2]);
    expect(state(editor).pageId).toBe(3);
    editor.addPage();
    editor.addPage();
    expect(state(editor).story.order).toHaveLength(4);
  });

  it('come back whole after being taken out', () => {
    const editor = open();
    editor.put(dot(1));
    editor.removePage(1);
    expect(state(editor).pageId).toBe(2);
    editor.undoOrder();
    expect(state(editor).story.order).toEqual([1, 2]);
    expect(state(editor).pageId).toBe(1);
    expect(marks(editor, 1)).toBe(1);
  });

  it('are no longer offered back once the order was changed otherwise', () => {
    const editor = open();
    editor.removePage(1);
    editor.addPage();
    expect(state(editor).orderChange).toBeNull();
    editor.undoOrder();
    expect(state(editor).story.order).toEqual([2, 3]);
  });

  it('keep the last one', () => {
    const editor = open();
    editor.removePage(1);
    editor.removePage(2);
    expect(state(editor).story.order).toEqual([2]);
  });

  it('move by one and stop at the ends', () => {
    const editor = open();
    editor.placePage(1, -1);
    expect(state(editor).story.order).toEqual([1, 2]);
    editor.placePage(1, 1);
    expect(state(editor).story.order).toEqual([2, 1]);
  });
});

describe('text', () => {
  it('is composed (NFC) when it becomes part of the story, and shown as typed until then', () => {
    const editor = open();
    const typed = 'Biển Đông'.normalize('NFD');
    editor.typeCaption(1, typed);
    editor.keepText();
    expect(state(editor).typed.captions.get(1)).toBe(typed);
    expect(state(editor).story.pages.get(1)?.caption).toBe('Biển Đông');
  });

  it('is recorded once, however often it is kept', () => {
    const editor = open();
    editor.typeTitle('Sóng');
    editor.keepText();
    const events = editor.log.length;
    editor.keepText();
    editor.leaveText();
    expect(editor.log).toHaveLength(events);
  });

  it('is kept before the page it belongs to is left or taken out', () => {
    const editor = open();
    editor.typeCaption(1, 'Một');
    editor.selectPage(2);
    editor.typeCaption(2, 'Hai');
    editor.removePage(2);
    const story = replay(editor.log);
    expect([1, 2].map((id) => story.pages.get(id)?.caption)).toEqual(['Một', 'Hai']);
  });
});
