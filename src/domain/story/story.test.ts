import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import { isStepEvent, type StoryChange, type StoryEvent } from './event.ts';
import { MAX_PAGES, MAX_POINTS, quarterSize, quarterX, quarterY } from './limits.ts';
import { pictureOf } from './picture.ts';
import {
  applyEvent,
  emptyStory,
  nextEvent,
  nextPageId,
  pagesInOrder,
  redoTarget,
  replay,
  sceneOf,
  stepsOf,
  type Story,
  undoTarget,
} from './story.ts';

function after(story: Story, ...changes: readonly StoryChange[]): Story {
  return changes.reduce((now, change) => applyEvent(now, nextEvent(now, 0, change)), story);
}

function dot(pageId: number, colour = 0): StoryChange {
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

function undo(story: Story, pageId?: number): Story {
  return after(story, { kind: 'undo', target: undoTarget(story, pageId)! });
}

function redo(story: Story, pageId?: number): Story {
  return after(story, { kind: 'redo', target: redoTarget(story, pageId)! });
}

function colours(story: Story, pageId: number): readonly (number | undefined)[] {
  return stepsOf(story.pages.get(pageId)!).map((mark) =>
    mark.kind === 'stroke' ? mark.colour : undefined,
  );
}

const onePage = after(emptyStory(), { kind: 'page-add', pageId: 1, index: 0 });
const twoPages = after(onePage, { kind: 'page-add', pageId: 2, index: 1 });

describe('undo', () => {
  it('takes back the newest mark of its own page only', () => {
    const story = undo(after(twoPages, dot(1, 1), dot(1, 2), dot(2, 3)), 1);
    expect(colours(story, 1)).toEqual([1]);
    expect(colours(story, 2)).toEqual([3]);
  });

  it('brings a removed page back where it was, with its marks and caption', () => {
    const drawn = after(twoPages, dot(1), { kind: 'caption-set', pageId: 1, text: 'Ra khơi' });
    const removed = after(drawn, { kind: 'page-remove', pageId: 1 });
    expect(pagesInOrder(removed).map(({ id }) => id)).toEqual([2]);
    expect(pictureOf(undo(removed))).toEqual(pictureOf(drawn));
  });

  it('forgets what was undone once something new is drawn on that page', () => {
    const story = after(undo(undo(after(twoPages, dot(1), dot(2)), 1), 2), dot(1, 5));
    expect(redoTarget(story, 1)).toBeUndefined();
    expect(redoTarget(story, 2)).toBe(3);
  });

  it('followed by redo changes nothing, wherever in whichever story', () => {
    fc.assert(
      fc.property(storyLogs, (events) => {
        const story = replay(events);
        for (const scope of [undefined, ...story.order]) {
          if (undoTarget(story, scope) === undefined) continue;
          expect(pictureOf(redo(undo(story, scope), scope))).toEqual(pictureOf(story));
        }
      }),
    );
  });

  it('right after a mark or page change gives the picture before it', () => {
    fc.assert(
      fc.property(storyLogs, (events) => {
        let story = emptyStory();
        for (const event of events) {
          const before = pictureOf(story);
          story = applyEvent(story, event);
          const scope = isStepEvent(event) ? event.pageId : undefined;
          const undoable = scope !== undefined || event.kind.startsWith('page-');
          if (undoable) expect(pictureOf(undo(story, scope))).toEqual(before);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const placement = {
  x: quarterX(400),
  y: quarterY(300),
  scale: 1000,
  rotation: 0,
  flip: false,
  behind: false,
};

function put(pageId: number, object: number, asset: string): StoryChange {
  const item = { kind: 'stamp', asset, placement, opacity: 255 } as const;
  return { kind: 'object-put', pageId, object, item };
}

describe('a copied page', () => {
  const drawn = after(
    onePage,
    dot(1, 1),
    put(1, 2, 'hai-dang'),
    { kind: 'caption-set', pageId: 1, text: 'Đèn biển' },
    { kind: 'page-copy', pageId: 2, from: 1, index: 1 },
  );

  it('begins as its original looks, with its words, and undoes only what came on it', () => {
    const [original, copy] = pictureOf(drawn).pages;
    expect(copy).toEqual(original);
    expect(undoTarget(drawn, 2)).toBeUndefined();
    const more = after(drawn, dot(2, 5));
    expect(colours(undo(more, 2), 2)).toEqual(colours(drawn, 2));
    expect(undoTarget(undo(more, 2), 2)).toBeUndefined();
  });

  it('and its original go their own ways', () => {
    const story = undo(undo(after(drawn, dot(1, 7), dot(2, 8)), 1), 1);
    expect(colours(story, 1)).toEqual([1]);
    expect(sceneOf(story.pages.get(1)).objects).toEqual([]);
    expect(sceneOf(story.pages.get(2)).objects).toHaveLength(1);
    expect(colours(redo(story, 1), 2)).toEqual(colours(story, 2));
  });

  it('counts again what it begins with, so that copies of copies come to an end', () => {
    const { x, y, pressure, t } = dot(1) as Extract<StoryChange, { kind: 'stroke' }>;
    const wide = <Value>(column: readonly Value[]) =>
      Array.from({ length: 9_000 }, () => column[0]!);
    const long = { ...dot(1), x: wide(x), y: wide(y), pressure: wide(pressure), t: wide(t) };
    let story = onePage;
    for (let i = 0; i < 10; i += 1) story = after(story, long as StoryChange);
    const copy = () => {
      const index = story.order.length;
      const pageId = nextPageId(story);
      story = after(story, { kind: 'page-copy', pageId, from: 1, index });
    };
    for (let pages = 1; pages * 90_000 < MAX_POINTS - 90_000; pages += 1) copy();
    expect(copy).toThrow('story.too-large');
  });
});

describe('objects', () => {
  it('keep their place in the pile when they change, and come back where they were', () => {
    const three = after(onePage, put(1, 5, 'a'), put(1, 6, 'b'), put(1, 7, 'c'));
    const names = (story: Story) =>
      sceneOf(story.pages.get(1)).objects.map(({ item }) => item.kind === 'stamp' && item.asset);
    expect(names(after(three, put(1, 6, 'd')))).toEqual(['a', 'd', 'c']);
    const ordered = after(three, { kind: 'object-order', pageId: 1, object: 7, index: 0 });
    expect(names(ordered)).toEqual(['c', 'a', 'b']);
    const dropped = after(ordered, { kind: 'object-drop', pageId: 1, object: 5 });
    expect(names(dropped)).toEqual(['c', 'b']);
    expect(names(undo(undo(dropped, 1), 1))).toEqual(['a', 'b', 'c']);
  });

  it.each<readonly [string, StoryChange]>([
    ['dropped that is not there', { kind: 'object-drop', pageId: 1, object: 9 }],
    ['put above the pile', { kind: 'object-order', pageId: 1, object: 5, index: 1 }],
    ['of an id out of range', put(1, 0, 'a')],
    ['with a name that is none', put(1, 5, 'Thuyền')],
  ])('are refused when %s', (_, change) => {
    expect(() => after(after(onePage, put(1, 5, 'a')), change)).toThrow('story.malformed');
  });
});

describe('the log', () => {
  it('never changes a story that was already reached', () => {
    const before = structuredClone(twoPages);
    undo(after(twoPages, dot(1), { kind: 'page-remove', pageId: 2 }));
    expect(twoPages).toEqual(before);
  });

  it('keeps time from falling when the clock was set back', () => {
    const story = applyEvent(onePage, nextEvent(onePage, 5_000, dot(1)));
    expect(nextEvent(story, 1_000, dot(1)).atMs).toBe(5_000);
  });

  const impossible: readonly (readonly [string, StoryChange])[] = [
    ['a mark on a page that never was', dot(3)],
    ['a page id out of turn', { kind: 'page-add', pageId: 7, index: 0 }],
    ['a page id given twice', { kind: 'page-add', pageId: 2, index: 0 }],
    ['a page put past the end', { kind: 'page-move', pageId: 1, index: 2 }],
    ['an undo of something else than the newest', { kind: 'undo', target: 0 }],
    ['an undo of a caption', { kind: 'undo', target: 2 }],
    ['a redo of what was not undone', { kind: 'redo', target: 1 }],
    ['text that is not composed', { kind: 'title-set', text: 'Biển'.normalize('NFD') }],
    ['text with a control character', { kind: 'title-set', text: 'a\u0000b' }],
  ];
  it.each(impossible)('refuses %s', (_, change) => {
    const story = after(twoPages, { kind: 'caption-set', pageId: 1, text: 'Đảo' });
    expect(() => after(story, change)).toThrow('story.malformed');
  });

  it('refuses a mark on a removed page until the removal is undone', () => {
    const removed = after(twoPages, { kind: 'page-remove', pageId: 1 });
    expect(() => after(removed, dot(1))).toThrow('story.malformed');
    expect(colours(after(undo(removed), dot(1, 9)), 1)).toEqual([9]);
  });

  it('refuses a gap and a repetition in the sequence', () => {
    const event = nextEvent(onePage, 0, dot(1));
    expect(() => applyEvent(onePage, { ...event, seq: event.seq + 1 })).toThrow('story.malformed');
    expect(() => applyEvent(applyEvent(onePage, event), event)).toThrow('story.malformed');
  });

  it('refuses one page more than a story may have', () => {
    let story = emptyStory();
    for (let i = 0; i < MAX_PAGES; i += 1) {
      story = after(story, { kind: 'page-add', pageId: nextPageId(story), index: i });
    }
    const next: StoryChange = { kind: 'page-add', pageId: nextPageId(story), index: 0 };
    expect(() => after(story, next)).toThrow('story.too-large');
  });

  it('refuses points off the grid, off the reach of the page, or in columns of unequal length', () => {
    const event = nextEvent(onePage, 0, dot(1)) as Extract<StoryEvent, { kind: 'stroke' }>;
    const wrongs = [{ x: [0.5] }, { x: [13_000] }, { pressure: [1, 2] }, { t: [3] }, { x: [-0] }];
    for (const wrong of wrongs) {
      const event2 = { ...event, ...wrong } as StoryEvent;
      expect(() => applyEvent(onePage, event2)).toThrow('story.malformed');
    }
  });
});
