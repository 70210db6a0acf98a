import { refuse } from '@domain/kernel/refusal.ts';
import { type ColumnReader, readColumns, writeColumns } from './columns.ts';
import { seal, unseal } from './envelope.ts';
import { checkEvent, type EventKind, type StoryChange, type StoryEvent } from './event.ts';
import { MAX_CAPTION_CHARS, MAX_EVENTS, MAX_TITLE_CHARS } from './limits.ts';
import { MARK_COLUMNS, markReader, writeMark } from './mark-codec.ts';

const COLUMNS = [
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
      if ('index' in event) columns.index.varint(event.index);
      if ('target' in event) columns.back.varint(seq - event.target);
      if (event.kind === 'title-set') columns.title.text(event.text);
      if (event.kind === 'caption-set') columns.caption.text(event.text);
      if (event.kind !== 'stroke' && event.kind !== 'erase') continue;
      writeMark(columns, event);
      columns.t.curve(event.t);
    }
  });
  return seal('process', payload);
}

type Columns = Record<(typeof COLUMNS)[number], ColumnReader>;

function changeReader(columns: Columns) {
  const marks = markReader(columns);
  const { pageId, index, back } = columns;
  return (tag: number, seq: number): StoryChange => {
    switch (tag) {
      case TAGS['page-add']:
        return { kind: 'page-add', pageId: pageId.delta(), index: index.varint() };
      case TAGS['page-remove']:
        return { kind: 'page-remove', pageId: pageId.delta() };
      case TAGS['page-move']:
        return { kind: 'page-move', pageId: pageId.delta(), index: index.varint() };
      case TAGS['title-set']:
        return { kind: 'title-set', text: columns.title.text(MAX_TITLE_CHARS) };
      case TAGS['caption-set']: {
        const text = columns.caption.text(MAX_CAPTION_CHARS);
        return { kind: 'caption-set', pageId: pageId.delta(), text };
      }
      case TAGS.stroke: {
        const mark = marks.stroke();
        return { ...mark, pageId: pageId.delta(), t: columns.t.curve(mark.x.length) };
      }
      case TAGS.erase: {
        const mark = marks.erase();
        return { ...mark, pageId: pageId.delta(), t: columns.t.curve(mark.x.length) };
      }
      case TAGS.undo:
        return { kind: 'undo', target: seq - back.varint() };
      case TAGS.redo:
        return { kind: 'redo', target: seq - back.varint() };
      default:
        throw refuse('story.malformed');
    }
  };
}

/**
 * The log that encodeProcess wrote, each event within its ranges; whether the events can follow each
 * other is for `replay` to say. Refuses 'story.malformed' and 'story.too-large', whatever the bytes.
 */
export function decodeProcess(bytes: Uint8Array): readonly StoryEvent[] {
  return readColumns(unseal('process', bytes), COLUMNS, (columns) => {
    const count = columns.tag.remaining();
    if (count > MAX_EVENTS) throw refuse('story.too-large');
    const readChange = changeReader(columns);
    const events: StoryEvent[] = [];
    for (let seq = 0; seq < count; seq += 1) {
      const change = readChange(columns.tag.byte(), seq);
      const event: StoryEvent = { ...change, seq, atMs: columns.atMs.delta() };
      checkEvent(event);
      events.push(event);
    }
    return events;
  });
}
