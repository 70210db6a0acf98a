import type { StoryEvent } from '@domain/story/event.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { encodePicture } from '@domain/story/picture-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';

export type Blob = { readonly hash: string; readonly bytes: Uint8Array };

export type DrawnStory = {
  readonly title: string;
  readonly pageCount: number;
  readonly process: Blob;
  readonly picture: Blob;
};

function blobOf(bytes: Uint8Array): Blob {
  return { hash: sha256Hex(bytes), bytes };
}

/** The two blobs of a story, as the studio sends them. */
export function encodeStory(events: readonly StoryEvent[]): DrawnStory {
  const picture = pictureOf(replay(events));
  return {
    title: picture.title,
    pageCount: picture.pages.length,
    process: blobOf(encodeProcess(events)),
    picture: blobOf(encodePicture(picture)),
  };
}
