import { strToU8, unzipSync, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@domain/kernel/refusal.ts';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import type { StoryEvent } from './event.ts';
import { sha256Hex } from './hash.ts';
import { encodePicture } from './picture-codec.ts';
import { pictureOf } from './picture.ts';
import { encodeProcess } from './process-codec.ts';
import { replay } from './story.ts';
import { packStory, photosIn, renamedPhotos, unpackStory } from './story-file.ts';

const PHOTO = new Uint8Array([0xff, 0xd8, 1, 2, 3]);
const PHOTO_HASH = sha256Hex(PHOTO);

const EVENTS: readonly StoryEvent[] = [
  { kind: 'page-add', pageId: 1, index: 0, seq: 0, atMs: 0 },
  { kind: 'title-set', text: 'Đảo Ễ', seq: 1, atMs: 5 },
  {
    kind: 'background-set',
    pageId: 1,
    background: { kind: 'photo', hash: PHOTO_HASH },
    seq: 2,
    atMs: 9,
  },
  { kind: 'undo', target: 2, seq: 3, atMs: 10 },
];
const FILE = packStory(EVENTS, new Map([[PHOTO_HASH, PHOTO]]));

/** The same file with some parts put in place of others. */
function changed(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ ...unzipSync(FILE), ...parts });
}

function refusalOf(bytes: Uint8Array): string {
  try {
    unpackStory(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
}

describe('a story file', () => {
  it('opens as exactly the story that was saved, whatever was drawn', () => {
    fc.assert(
      fc.property(storyLogs, (events) => {
        const opened = unpackStory(packStory(events, new Map()));
        expect(opened.process).toEqual(encodeProcess(events));
        expect(opened.events).toEqual(events);
        expect(opened.pictureHash).toBe(sha256Hex(encodePicture(pictureOf(replay(events)))));
      }),
      { numRuns: 40 },
    );
  });

  it('names photographs by the bytes it carries', () => {
    const drawnAnew = new Uint8Array([0xff, 0xd8, 3]);
    const hash = sha256Hex(drawnAnew);
    const events = renamedPhotos(EVENTS, new Map([[PHOTO_HASH, hash]]));
    expect(photosIn(events)).toEqual([hash]);
    const opened = unpackStory(packStory(events, new Map([[hash, drawnAnew]])));
    expect(opened.photos).toEqual(new Map([[hash, drawnAnew]]));
    expect(renamedPhotos(events, new Map([[hash, PHOTO_HASH]]))).toEqual(EVENTS);
  });

  it('carries the photographs, of undone steps too, and says nothing of when or by whom', () => {
    expect(photosIn(EVENTS)).toEqual([PHOTO_HASH]);
    expect(unpackStory(FILE).photos).toEqual(new Map([[PHOTO_HASH, PHOTO]]));
    expect(packStory(EVENTS, new Map([[PHOTO_HASH, PHOTO]]))).toEqual(FILE);
  });

  it('refuses what is no story file', () => {
    expect(refusalOf(strToU8('%PDF-1.7'))).toBe('story.file-foreign');
    expect(refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('story.file-foreign');
    expect(refusalOf(changed({ 'manifest.json': strToU8('{"format":"zip"}') }))).toBe(
      'story.file-foreign',
    );
  });

  it('refuses a story file of which a part was changed', () => {
    const other = packStory(EVENTS.slice(0, 1), new Map());
    const parts = unzipSync(other);
    expect(refusalOf(changed({ process: parts['process']! }))).toBe('story.file-damaged');
    expect(refusalOf(changed({ picture: parts['picture']! }))).toBe('story.file-damaged');
    expect(refusalOf(changed({ [`photos/${PHOTO_HASH}`]: new Uint8Array([1]) }))).toBe(
      'story.file-damaged',
    );
  });

  it('answers nothing but its refusals to bytes of any kind', () => {
    const damage = fc.record({ at: fc.nat(FILE.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
        const bytes = Uint8Array.from(FILE);
        for (const { at, to } of damages) bytes[at] = to;
        expect(refusalOf(bytes)).toMatch(/^(opened|story\.)/);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(refusalOf(bytes)).toMatch(/^story\./);
      }),
    );
  });
});
