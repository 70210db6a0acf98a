import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as z from 'zod/mini';
import { BlobHash } from '@domain/kernel/ids.ts';
import { Refusal, refuse } from '@domain/kernel/refusal.ts';
import type { StoryEvent } from './event.ts';
import { sha256Hex } from './hash.ts';
import { MAX_ENCODED_BYTES } from './limits.ts';
import { encodePicture } from './picture-codec.ts';
import { pictureOf } from './picture.ts';
import { decodeProcess, encodeProcess } from './process-codec.ts';
import { replay } from './story.ts';

// A story as a file of the pupil's own: a zip whose parts are the documents that the server keeps.

export const STORY_FILE_SUFFIX = '.truyen';
export const MAX_STORY_FILE_BYTES = 96 * 1024 * 1024;
const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
const MAX_PARTS = 250;

const MANIFEST = 'manifest.json';
const PICTURE = 'picture';
const PROCESS = 'process';
const PHOTO = /^photos\/([0-9a-f]{64})$/;
/** The oldest day that a zip can say: no file tells when it was made. */
const ZIP_EPOCH = '1980-01-02T00:00:00';

const Manifest = z.strictObject({
  format: z.literal('truyen'),
  version: z.literal(1),
  pictureHash: BlobHash,
  processHash: BlobHash,
  photos: z.array(BlobHash).check(z.maxLength(MAX_PARTS)),
});

export interface StoryFile {
  readonly events: readonly StoryEvent[];
  /** The process as it was encoded: what the server keeps. */
  readonly process: Uint8Array;
  readonly pictureHash: string;
  /** By hash, those that the story ever showed. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

/** Photographs that a story ever showed, undone ones too: undoing has to find them. */
export function photosIn(events: readonly StoryEvent[]): readonly string[] {
  const hashes = events.flatMap((event) => {
    if (event.kind === 'object-put' && event.item.kind === 'photo') return [event.item.hash];
    if (event.kind !== 'background-set' || event.background?.kind !== 'photo') return [];
    return [event.background.hash];
  });
  return [...new Set(hashes)].sort();
}

/**
 * The same log, with photographs called otherwise: a file names them by its own bytes, and one that
 * came from the server has other bytes than the one that was sent.
 */
export function renamedPhotos(
  events: readonly StoryEvent[],
  names: ReadonlyMap<string, string>,
): StoryEvent[] {
  const nameOf = (hash: string) => names.get(hash) ?? hash;
  return events.map((event) => {
    if (event.kind === 'object-put' && event.item.kind === 'photo') {
      return { ...event, item: { ...event.item, hash: nameOf(event.item.hash) } };
    }
    if (event.kind !== 'background-set' || event.background?.kind !== 'photo') return event;
    return { ...event, background: { kind: 'photo', hash: nameOf(event.background.hash) } };
  });
}

/**
 * The bytes of a story file; equal stories give equal bytes.
 * @param photos at least those of photosIn; one that is missing is left out, and shows as missing
 */
export function packStory(
  events: readonly StoryEvent[],
  photos: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const process = encodeProcess(events);
  const picture = encodePicture(pictureOf(replay(events)));
  const kept = photosIn(events).filter((hash) => photos.has(hash));
  const manifest: z.infer<typeof Manifest> = {
    format: 'truyen',
    version: 1,
    pictureHash: sha256Hex(picture),
    processHash: sha256Hex(process),
    photos: kept,
  };
  const parts = {
    [MANIFEST]: strToU8(JSON.stringify(manifest)),
    [PICTURE]: picture,
    [PROCESS]: process,
    ...Object.fromEntries(kept.map((hash) => [`photos/${hash}`, photos.get(hash)!])),
  };
  // The documents are compressed already.
  return zipSync(parts, { level: 0, mtime: ZIP_EPOCH });
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let count = 0;
  const wanted = (name: string, size: number) => {
    const most = PHOTO.test(name) ? MAX_PHOTO_BYTES : MAX_ENCODED_BYTES;
    total += size;
    count += 1;
    if (size > most || total > MAX_STORY_FILE_BYTES || count > MAX_PARTS) {
      throw refuse('story.too-large');
    }
    return name === MANIFEST || name === PICTURE || name === PROCESS || PHOTO.test(name);
  };
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted(name, originalSize) });
  } catch (error) {
    // fflate throws plain errors of its own for what is no zip.
    throw error instanceof Refusal ? error : refuse('story.file-foreign');
  }
}

function manifestOf(part: Uint8Array | undefined): z.infer<typeof Manifest> {
  if (part === undefined) throw refuse('story.file-foreign');
  try {
    return z.parse(Manifest, JSON.parse(strFromU8(part)));
  } catch {
    throw refuse('story.file-foreign');
  }
}

function checked(parts: Record<string, Uint8Array>): StoryFile {
  const { pictureHash, processHash, photos } = manifestOf(parts[MANIFEST]);
  const process = parts[PROCESS];
  const picture = parts[PICTURE];
  if (process === undefined || picture === undefined) throw refuse('story.malformed');
  if (sha256Hex(process) !== processHash) throw refuse('story.malformed');
  const events = decodeProcess(process);
  const drawn = encodePicture(pictureOf(replay(events)));
  if (sha256Hex(drawn) !== pictureHash || sha256Hex(picture) !== pictureHash) {
    throw refuse('story.malformed');
  }
  const entries = photos.map((hash): [string, Uint8Array] => {
    const part = parts[`photos/${hash}`];
    if (part === undefined || sha256Hex(part) !== hash) throw refuse('story.malformed');
    return [hash, part];
  });
  return { events, process, pictureHash, photos: new Map(entries) };
}

/**
 * The story that packStory wrote, checked with the same code that checks what is sent. Refuses
 * 'story.file-foreign' for any other file, 'story.file-damaged' for a story file that was changed,
 * and 'story.too-large'.
 */
export function unpackStory(bytes: Uint8Array): StoryFile {
  if (bytes.length > MAX_STORY_FILE_BYTES) throw refuse('story.too-large');
  const parts = partsOf(bytes);
  try {
    return checked(parts);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'story.malformed') {
      throw refuse('story.file-damaged');
    }
    throw error;
  }
}
