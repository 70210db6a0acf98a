import { createStore, type StoreApi } from 'zustand/vanilla';
import { MAX_OBJECTS, PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import type { Box, Place } from '@domain/story/paint/objects/box.ts';
import type {
  Background,
  Bubble,
  Font,
  ObjectId,
  PageObject,
  Scene,
  SceneObject,
  StampObject,
  TextObject,
} from '@domain/story/scene.ts';
import { nextObjectId, sceneOf } from '@domain/story/story.ts';
import type { Editor } from '../editor-store.ts';
import { copied, flipped, movedTo, placed, stepInOrder } from './object-moves.ts';
import { emptyText, fitText, type TextFitter, TEXT_SIZES, type TextSizeStep } from './text-fit.ts';

/** What a touch of the page means; 'off' leaves the page to the pens. */
export type ObjectMode = 'off' | 'select' | 'stamp' | 'text';
export type ObjectPanel = 'stamps' | 'text' | 'backgrounds' | 'select';

export type TextChoice = {
  readonly font: Font;
  readonly bubble: Bubble;
  readonly size: TextSizeStep;
  readonly colour: number;
};

export type Said =
  | { readonly what: 'selected' | 'moved' | 'placed' | 'copied'; readonly item: PageObject }
  | { readonly what: 'bigger' | 'turned'; readonly item: PageObject }
  | { readonly what: 'dropped' | 'front' | 'back' | 'behind' | 'before' | 'full' };

export type ObjectDeskState = {
  readonly mode: ObjectMode;
  readonly panel: ObjectPanel | null;
  /** The stamp in hand. */
  readonly asset: string | null;
  readonly text: TextChoice;
  readonly selected: ObjectId | null;
  /** How the selected object looks in the middle of a gesture that is not a step yet. */
  readonly preview: PageObject | null;
  /** The text being written; `object` is null until it is on the page. */
  readonly writing: { readonly object: ObjectId | null; readonly item: TextObject } | null;
  /** Newest first, each once. */
  readonly recent: readonly string[];
  /** Grows when the focus shall go to the page, to aim by keys. */
  readonly aims: number;
  /** The place of the page at which keys set something down, px. */
  readonly aim: Place;
  /** The object that the page leaves out, because a preview of it is shown. */
  readonly hidden: ObjectId | null;
  /** For who listens instead of looking; a new value each time, even when it says the same. */
  readonly said: Said | null;
};

const RECENT = 8;
/** Letters are read best in the dark of ink. */
const FIRST_INK = 0x1b2a38;

function choiceOf({ font, bubble, colour, textSize }: TextObject): TextChoice {
  const step = TEXT_SIZES.indexOf(textSize);
  return { font, bubble, colour, size: (step < 0 ? 1 : step) as TextSizeStep };
}

function stampsOf(editor: Editor): readonly string[] {
  const { story } = editor.store.getState();
  const used = story.order.flatMap((id) =>
    sceneOf(story.pages.get(id)).objects.flatMap(({ id: at, item }) =>
      item.kind === 'stamp' ? [{ at, asset: item.asset }] : [],
    ),
  );
  const newestFirst = used.toSorted((a, b) => b.at - a.at).map(({ asset }) => asset);
  return [...new Set(newestFirst)].slice(0, RECENT);
}

/**
 * What is done with objects on the open page. Every gesture ends in one step of the story, so that
 * undo and redo know objects as they know strokes.
 */
export function createObjectDesk(
  editor: Editor,
  { boxOf, fitter }: { boxOf: (item: PageObject) => Box; fitter: TextFitter },
) {
  const store: StoreApi<ObjectDeskState> = createStore(() => ({
    mode: 'off',
    panel: null,
    asset: null,
    text: { font: 'body', bubble: 'speech', size: 1, colour: FIRST_INK },
    selected: null,
    preview: null,
    writing: null,
    recent: stampsOf(editor),
    aims: 0,
    aim: { x: PAGE_WIDTH_PX / 2, y: PAGE_HEIGHT_PX / 2 },
    hidden: null,
    said: null,
  }));
  const { getState, setState } = store;

  let draft = '';
  // The page on which things are set down: the open one, but for the moment in which it changes.
  let page = editor.store.getState().pageId;

  const scene = (): Scene => sceneOf(editor.store.getState().story.pages.get(page));
  const objects = (): readonly SceneObject[] => scene().objects;
  const itemOf = (id: ObjectId | null): PageObject | undefined =>
    objects().find((object) => object.id === id)?.item;

  const put = (object: ObjectId, item: PageObject) =>
    editor.put({ kind: 'object-put', pageId: page, object, item });

  const add = (item: PageObject): ObjectId | null => {
    if (objects().length >= MAX_OBJECTS) {
      setState({ said: { what: 'full' } });
      return null;
    }
    const object = nextObjectId(editor.store.getState().story);
    if (!put(object, item)) return null;
    setState({ selected: object, preview: null });
    return object;
  };

  /** What the gesture under way came to. */
  const keepPreview = () => {
    const { selected, preview } = getState();
    const before = itemOf(selected);
    setState({ preview: null });
    if (selected === null || preview === null || before === undefined) return;
    if (JSON.stringify(preview) !== JSON.stringify(before)) put(selected, preview);
  };

  const keepWriting = (typed: string) => {
    const { writing } = getState();
    if (writing === null) return;
    setState({ writing: null });
    const { object } = writing;
    const item = fitText({ ...writing.item, text: typed }, fitter);
    if (item.text.trim() === '') {
      if (object !== null && itemOf(object)) drop(object);
      return;
    }
    if (object === null) {
      if (add(item) !== null) setState({ said: { what: 'placed', item } });
    } else if (itemOf(object)) {
      if (JSON.stringify(itemOf(object)) !== JSON.stringify(item)) put(object, item);
      setState({ selected: object });
    }
  };

  const drop = (object: ObjectId) => {
    if (itemOf(object) === undefined) return;
    editor.put({ kind: 'object-drop', object });
    setState({ selected: null, preview: null, said: { what: 'dropped' } });
  };

  const finishWriting = () => {
    if (getState().writing !== null) keepWriting(draft);
    draft = '';
  };

  const unsubscribe = editor.store.subscribe(({ pageId, story }) => {
    const { selected } = getState();
    if (pageId !== page) {
      // A page that was taken out takes nothing more.
      if (story.order.includes(page)) {
        finishWriting();
        keepPreview();
      }
      page = pageId;
      setState({ selected: null, preview: null, writing: null });
    } else if (selected !== null && itemOf(selected) === undefined) {
      setState({ selected: null, preview: null });
    }
  });

  const write = (object: ObjectId | null, item: TextObject) => {
    draft = item.text;
    setState({ writing: { object, item }, selected: object, preview: null });
  };

  const look = (): Pick<TextObject, 'font' | 'bubble' | 'textSize' | 'colour'> => {
    const { font, bubble, size, colour } = getState().text;
    return { font, bubble, textSize: TEXT_SIZES[size], colour };
  };

  return {
    store,
    scene,
    objects,
    itemOf,
    boxOf,
    /** Opens a panel with what a touch of the page then means. */
    openPanel(panel: ObjectPanel) {
      finishWriting();
      keepPreview();
      const { asset } = getState();
      const modes = {
        select: 'select',
        stamps: asset === null ? 'select' : 'stamp',
        text: 'text',
        backgrounds: 'select',
      } as const;
      // A background lies under everything, and nothing of it can be taken in hand.
      const selected = panel === 'backgrounds' ? null : getState().selected;
      setState({ panel, selected, mode: modes[panel] });
    },
    /** The page goes back to the pens. */
    leave() {
      finishWriting();
      keepPreview();
      setState({ mode: 'off', panel: null, selected: null });
    },
    /** @param byKey the page then takes the focus, for the keys that aim */
    takeStamp(asset: string, byKey: boolean) {
      const { aims } = getState();
      setState({ asset, mode: 'stamp', selected: null, aims: byKey ? aims + 1 : aims });
    },
    /** Where the keys aim; `focus` brings the keys there. */
    aimAt(aim: Place, focus: boolean) {
      const { aims } = getState();
      setState({ aim, aims: focus ? aims + 1 : aims });
    },
    stampAt(place: Place) {
      const { asset } = getState();
      if (asset === null) return;
      const stamp: StampObject = {
        kind: 'stamp',
        asset,
        opacity: 255,
        placement: {
          x: 0,
          y: 0,
          scale: 1000,
          rotation: 0,
          flip: false,
          behind: false,
        } as StampObject['placement'],
      };
      const item = movedTo(stamp, place);
      if (add(item) === null) return;
      const recent = [asset, ...getState().recent.filter((other) => other !== asset)];
      setState({ said: { what: 'placed', item }, recent: recent.slice(0, RECENT) });
    },
    /** Begins a text whose middle will be there; it comes to the page when it has words. */
    writeAt(place: Place) {
      finishWriting();
      write(null, movedTo(emptyText(look()), place));
    },
    rewrite(object: ObjectId) {
      finishWriting();
      keepPreview();
      const item = itemOf(object);
      if (item?.kind === 'text') write(object, item);
    },
    typing(text: string) {
      draft = text;
    },
    finishWriting,
    /** Leaves the text as it was before. */
    cancelWriting() {
      draft = '';
      setState({ writing: null });
    },
    chooseText(change: Partial<TextChoice>) {
      setState({ text: { ...getState().text, ...change } });
      const { writing, selected } = getState();
      if (writing !== null) {
        const item = fitText({ ...writing.item, ...look(), text: draft }, fitter);
        return setState({ writing: { ...writing, item: { ...item, text: draft } } });
      }
      const item = itemOf(selected);
      if (selected === null || item?.kind !== 'text') return undefined;
      const next = fitText({ ...item, ...look() }, fitter);
      if (JSON.stringify(next) !== JSON.stringify(item)) put(selected, next);
      return undefined;
    },
    select(id: ObjectId | null) {
      if (id === getState().selected) return;
      finishWriting();
      keepPreview();
      const item = itemOf(id);
      setState({
        selected: item ? id : null,
        said: item ? { what: 'selected', item } : null,
        ...(item?.kind === 'text' ? { text: choiceOf(item) } : {}),
      });
    },
    /** Shows the selected object changed; `keep` makes it one step. */
    show(item: PageObject, said?: Said['what'] & ('moved' | 'bigger' | 'turned')) {
      setState({ preview: item, ...(said ? { said: { what: said, item } } : {}) });
    },
    hide: (hidden: ObjectId | null) => {
      if (hidden !== getState().hidden) setState({ hidden });
    },
    keep: keepPreview,
    /** Changes the selected object in one step. */
    change(make: (item: PageObject) => PageObject) {
      const { selected } = getState();
      keepPreview();
      const item = itemOf(selected);
      if (selected === null || item === undefined) return;
      const next = make(item);
      if (JSON.stringify(next) !== JSON.stringify(item)) put(selected, next);
    },
    flip() {
      this.change(flipped);
    },
    /** Below the ink, or above it again. */
    sink() {
      const behind = !itemOf(getState().selected)?.placement.behind;
      this.change((item) => placed(item, { behind }));
      setState({ said: { what: behind ? 'behind' : 'before' } });
    },
    duplicate() {
      keepPreview();
      const item = itemOf(getState().selected);
      if (item === undefined) return;
      const copy = copied(item);
      if (add(copy) !== null) setState({ said: { what: 'copied', item: copy } });
    },
    reorder(by: -1 | 1) {
      keepPreview();
      const { selected: object } = getState();
      if (object === null) return;
      const index = stepInOrder(objects(), object, by);
      if (index === undefined) return;
      editor.put({ kind: 'object-order', object, index });
      setState({ said: { what: by === 1 ? 'front' : 'back' } });
    },
    drop() {
      const { selected } = getState();
      if (selected !== null) drop(selected);
    },
    setBackground(background: Background | null) {
      const before = scene().background;
      if (JSON.stringify(before) === JSON.stringify(background)) return;
      editor.put({ kind: 'background-set', background });
    },
    free: unsubscribe,
  };
}

export type ObjectDesk = ReturnType<typeof createObjectDesk>;
