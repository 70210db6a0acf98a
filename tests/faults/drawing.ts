import { sha256Hex } from '@domain/story/hash.ts';
import type { StoryChange, StoryEvent } from '@domain/story/event.ts';
import { quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import { encodePicture } from '@domain/story/picture-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';

export type Blob = { readonly hash: string; readonly bytes: Uint8Array };

const blob = (bytes: Uint8Array): Blob => ({ hash: sha256Hex(bytes), bytes });

function wave(pageId: number, height: number): StoryChange {
  const steps = Array.from({ length: 40 }, (_, i) => i);
  return {
    kind: 'stroke',
    layer: 1,
    symmetry: 'none',
    seed: 0,
    pageId,
    tool: 'brush',
    colour: 0x0e6ba3,
    size: quarterSize(12),
    opacity: 255,
    x: steps.map((i) => quarterX(100 + i * 35)),
    y: steps.map((i) => quarterY(height + Math.round(40 * Math.sin(i / 3)))),
    pressure: steps.map(() => 128),
    t: steps.map((i) => i * 8),
  };
}

/** A story of two pages with captions and `strokes` waves on each: complete, and never twice the same. */
export function drawing(title: string, strokes: number): { process: Blob; picture: Blob } {
  const pages = [1, 2];
  const changes: StoryChange[] = [
    { kind: 'title-set', text: title },
    ...pages.map((pageId): StoryChange => ({ kind: 'page-add', pageId, index: pageId - 1 })),
    ...pages.map((pageId): StoryChange => ({
      kind: 'caption-set',
      pageId,
      text: `Trang ${pageId}`,
    })),
    ...pages.flatMap((pageId) =>
      Array.from({ length: strokes }, (_, i) => wave(pageId, 150 + ((i * 37) % 900))),
    ),
  ];
  const events = changes.map((change, seq): StoryEvent => ({ ...change, seq, atMs: seq * 400 }));
  const picture = pictureOf(replay(events));
  return { process: blob(encodeProcess(events)), picture: blob(encodePicture(picture)) };
}
