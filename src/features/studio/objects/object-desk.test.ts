import { expect, it } from 'vitest';
import { quarterX, quarterY, toPx } from '@domain/story/limits.ts';
import { linesOf } from '@domain/story/paint/objects/text.ts';
import type { PageObject, TextObject } from '@domain/story/scene.ts';
import { replay, sceneOf, stepsOf } from '@domain/story/story.ts';
import { createEditor } from '../editor-store.ts';
import { createObjectDesk } from './object-desk.ts';
import { movedBy } from './object-moves.ts';

/** Half an em for each letter. */
const fitter =
  ({ sizePx }: { sizePx: number }) =>
  (line: string) =>
    [...line].length * sizePx * 0.5;

function openDesk() {
  const editor = createEditor([], () => 0, { minPages: 2, maxPages: 12 });
  const desk = createObjectDesk(editor, { boxOf: () => ({ width: 200, height: 100 }), fitter });
  const page = () => {
    const { story, pageId } = editor.store.getState();
    return story.pages.get(pageId)!;
  };
  return {
    editor,
    desk,
    kinds: () => stepsOf(page()).map(({ kind }) => kind),
    items: () => desk.objects().map(({ item }) => item),
    state: () => desk.store.getState(),
  };
}

function write(desk: ReturnType<typeof openDesk>['desk'], text: string) {
  desk.openPanel('text');
  desk.writeAt({ x: 800, y: 600 });
  desk.typing(text);
  desk.finishWriting();
}

const textOf = (item: PageObject | undefined) => (item as TextObject).text;

it('puts the stamp in hand where the page is touched, again and again', () => {
  const { desk, items, state, kinds } = openDesk();
  desk.takeStamp('lighthouse', false);
  desk.stampAt({ x: 400, y: 300 });
  desk.stampAt({ x: 5000, y: 300 });
  expect(items()).toMatchObject([
    { asset: 'lighthouse', placement: { x: quarterX(400), y: quarterY(300) } },
    { placement: { x: quarterX(1600) } },
  ]);
  expect(kinds()).toEqual(['object-put', 'object-put']);
  expect(state().recent).toEqual(['lighthouse']);
  expect(state().selected).toBe(desk.objects()[1]!.id);
});

it('makes one step of a gesture, however many frames it had, and none of a gesture back', () => {
  const { desk, kinds, items } = openDesk();
  desk.takeStamp('boat', false);
  desk.stampAt({ x: 400, y: 300 });
  for (let i = 1; i <= 20; i += 1) desk.show(movedBy(items()[0]!, i, 0), 'moved');
  desk.keep();
  expect(kinds()).toEqual(['object-put', 'object-put']);
  expect(toPx(items()[0]!.placement.x)).toBe(420);
  desk.show(movedBy(items()[0]!, 5, 0));
  desk.show(movedBy(items()[0]!, 0, 0));
  desk.keep();
  expect(kinds()).toHaveLength(2);
});

it('undoes a deletion and lets go of what undo took away', () => {
  const { editor, desk, items, state } = openDesk();
  desk.takeStamp('boat', false);
  desk.stampAt({ x: 400, y: 300 });
  desk.drop();
  expect(items()).toEqual([]);
  editor.undo();
  expect(items()).toHaveLength(1);
  desk.select(desk.objects()[0]!.id);
  editor.undo();
  expect(state().selected).toBeNull();
});

it('duplicates, reorders and sinks below the ink, one step each', () => {
  const { desk, kinds, items } = openDesk();
  desk.takeStamp('boat', false);
  desk.stampAt({ x: 400, y: 300 });
  desk.duplicate();
  desk.reorder(-1);
  desk.sink();
  desk.flip();
  expect(kinds()).toEqual(['object-put', 'object-put', 'object-order', 'object-put', 'object-put']);
  expect(items()[0]!.placement).toMatchObject({ behind: true, flip: true, x: quarterX(448) });
});

it('stores the lines of a text as they were broken, and a box as wide as they are', () => {
  const { desk, items } = openDesk();
  write(desk, '  Thuyền của bố đã về bến rồi ');
  const item = items()[0] as TextObject;
  expect(linesOf(item.text)).toEqual(['Thuyền của bố đã về', 'bến rồi']);
  expect(toPx(item.width)).toBe(19 * 22);
  expect(item.tail).not.toBeNull();
});

it('keeps nothing of an empty text, and takes away one that was emptied', () => {
  const { desk, items, kinds } = openDesk();
  write(desk, ' \n ');
  expect(kinds()).toEqual([]);
  write(desk, 'Biển');
  desk.rewrite(desk.objects()[0]!.id);
  desk.typing('');
  desk.finishWriting();
  expect(items()).toEqual([]);
  expect(kinds()).toEqual(['object-put', 'object-drop']);
});

it('composes what was typed in pieces, and keeps the words when the page is turned', () => {
  const { editor, desk } = openDesk();
  desk.openPanel('text');
  desk.writeAt({ x: 800, y: 600 });
  desk.typing('Bie\u0302\u0309n');
  editor.selectPage(2);
  const { story } = editor.store.getState();
  expect(textOf(sceneOf(story.pages.get(1)).objects[0]?.item)).toBe('Biển');
  expect(sceneOf(story.pages.get(2)).objects).toEqual([]);
});

it('changes the look of a chosen text, and of one being written, without losing words', () => {
  const { desk, items } = openDesk();
  write(desk, 'Biển');
  desk.chooseText({ bubble: 'shout', size: 3 });
  expect(items()[0]).toMatchObject({ bubble: 'shout', text: 'Biển' });
  desk.rewrite(desk.objects()[0]!.id);
  desk.typing('Biển xanh');
  desk.chooseText({ bubble: 'narration' });
  desk.finishWriting();
  expect(items()[0]).toMatchObject({ bubble: 'narration', text: 'Biển xanh', tail: null });
});

it('says the same after the story was closed and opened again', () => {
  const { editor, desk } = openDesk();
  desk.takeStamp('boat', false);
  desk.stampAt({ x: 400, y: 300 });
  write(desk, 'Ễ Ộ Ữ');
  desk.setBackground({ kind: 'asset', asset: 'open-sea' });
  const { story } = editor.store.getState();
  expect(sceneOf(replay(editor.log).pages.get(1))).toEqual(sceneOf(story.pages.get(1)));
});
