import { refuse } from '@domain/kernel/refusal.ts';
import { type ColumnReader, readColumns, writeColumns } from './columns.ts';
import { seal, unseal } from './envelope.ts';
import {
  type EventKind,
  isInk,
  isStepEvent,
  type SceneStep,
  type StoryChange,
  type StoryEvent,
} from './event.ts';
import { checkEvent } from './event-rules.ts';
import { MAX_ALT_CHARS, MAX_CAPTION_CHARS, MAX_EVENTS, MAX_TITLE_CHARS } from './limits.ts';
import { readSceneStep, SCENE_COLUMNS, writeSceneStep } from './scene-codec.ts';
import { INK_COLUMNS, inkReader, MARK_COLUMNS, writeInk } from './step-codec.ts';

const COLUMNS_1 = [
  'tag',
  'atMs',
  'pageId',
  'index',
  'back',
  'title',
  'caption',
  ...MARK_COLUMNS,
  't',
] as const;
const COLUMNS = [...COLUMNS_1, ...INK_COLUMNS, ...SCENE_COLUMNS, 'alt', 'from'] as const;

// What a tag once meant it means for ever; a new kind takes the next number.
const TAGS: Readonly<Record<EventKind, number>> = {
  'page-add': 1,
  'page-remove': 2,
  'page-move': 3,
  'title-set': 4,
  'caption-set': 5,
  stroke: 6,
  erase: 7,
  undo: 8,
  redo: 9,
  fill: 10,
  shape: 11,
  lift: 12,
  'object-put': 13,
  'object-drop': 14,
  'object-order': 15,
  'background-set': 16,
  'panels-set': 17,
  'layer-set': 18,
  'layer-order': 19,
  'alt-set': 20,
  'page-copy': 21,
};

/** The log of a story. Refuses what checkEvent refuses, and a log that does not count from 0. */
export function encodeProcess(events: readonly StoryEvent[]): Uint8Array {
  if (events.length > MAX_EVENTS) throw refuse('story.too-large');
  const payload = writeColumns(COLUMNS, (columns) => {
    for (const [seq, event] of events.entries()) {
      checkEvent(event);
      if (event.seq !== seq) throw refuse('story.malformed');
      columns.tag.byte(TAGS[event.kind]);
      columns.atMs.delta(event.atMs);
      if ('pageId' in event) columns.pageId.delta(event.pageId);
      if (isStepEvent(event)) {
        if (isInk(event)) writeInk(columns, event);
        else writeSceneStep(columns, event);
        if (event.kind === 'stroke' || event.kind === 'erase') columns.t.curve(event.t);
        continue;
      }
      if ('index' in event) columns.index.varint(event.index);
      if ('target' in event) columns.back.varint(seq - event.target);
      if (event.kind === 'page-copy') columns.from.varint(event.from);
      if (event.kind === 'title-set') columns.title.text(event.text);
      if (event.kind === 'caption-set') columns.caption.text(event.text);
      if (event.kind === 'alt-set') columns.alt.text(event.text);
    }
  });
  return seal('process', payload);
}

type Columns = Record<(typeof COLUMNS)[number], ColumnReader>;
type ChangeReader = (seq: number) => StoryChange;

function changeReaders(columns: Columns, version: number): ReadonlyMap<number, ChangeReader> {
  const readInk = inkReader(columns, version);
  const { pageId, index, back, title, caption, alt, from, t } = columns;
  const scene = (kind: SceneStep['kind']) => () => ({
    ...readSceneStep(columns, kind),
    pageId: pageId.delta(),
  });
  const mark = (kind: 'stroke' | 'erase') => () => {
    const read = readInk(kind);
    return { ...read, pageId: pageId.delta(), t: t.curve<number>(read.x.length) };
  };
  const ink = (kind: 'fill' | 'shape' | 'lift') => () => ({
    ...readInk(kind),
    pageId: pageId.delta(),
  });
  const readers: Readonly<Record<EventKind, ChangeReader>> = {
    'page-add': () => ({ kind: 'page-add', pageId: pageId.delta(), index: index.varint() }),
    'page-copy': () => ({
      kind: 'page-copy',
      pageId: pageId.delta(),
      index: index.varint(),
      from: from.varint(),
    }),
    'page-remove': () => ({ kind: 'page-remove', pageId: pageId.delta() }),
    'page-move': () => ({ kind: 'page-move', pageId: pageId.delta(), index: index.varint() }),
    'title-set': () => ({ kind: 'title-set', text: title.text(MAX_TITLE_CHARS) }),
    'caption-set': () => ({
      kind: 'caption-set',
      text: caption.text(MAX_CAPTION_CHARS),
      pageId: pageId.delta(),
    }),
    'alt-set': () => ({
      kind: 'alt-set',
      text: alt.text(MAX_ALT_CHARS),
      pageId: pageId.delta(),
    }),
    stroke: mark('stroke'),
    erase: mark('erase'),
    fill: ink('fill'),
    shape: ink('shape'),
    lift: ink('lift'),
    'object-put': scene('object-put'),
    'object-drop': scene('object-drop'),
    'object-order': scene('object-order'),
    'background-set': scene('background-set'),
    'panels-set': scene('panels-set'),
    'layer-set': scene('layer-set'),
    'layer-order': scene('layer-order'),
    undo: (seq) => ({ kind: 'undo', target: seq - back.varint() }),
    redo: (seq) => ({ kind: 'redo', target: seq - back.varint() }),
  };
  return new Map(
    Object.entries(readers).map(([kind, read]) => [TAGS[kind as EventKind], read] as const),
  );
}

/**
 * The log that encodeProcess wrote, each event within its ranges; whether the events can follow each
 * other is for `replay` to say. Refuses 'story.malformed' and 'story.too-large', whatever the bytes.
 */
export function decodeProcess(bytes: Uint8Array): readonly StoryEvent[] {
  const { version, payload } = unseal('process', bytes);
  const present = version === 1 ? COLUMNS_1.length : COLUMNS.length;
  return readColumns(payload, { names: COLUMNS, version, present }, (columns) => {
    const count = columns.tag.remaining();
    if (count > MAX_EVENTS) throw refuse('story.too-large');
    const readers = changeReaders(columns, version);
    const events: StoryEvent[] = [];
    for (let seq = 0; seq < count; seq += 1) {
      const read = readers.get(columns.tag.byte());
      if (read === undefined) throw refuse('story.malformed');
      const event: StoryEvent = { ...read(seq), seq, atMs: columns.atMs.delta() };
      checkEvent(event);
      events.push(event);
    }
    return events;
  });
}
