import * as z from 'zod/mini';
import { refuse } from '@domain/kernel/refusal.ts';
import { cleanMp4 } from './mp4.ts';
import { cleanOgg } from './ogg.ts';
import { cleanWebm } from './webm.ts';

/** Somewhat more than the longest telling that an edition may allow. */
const LONGEST_MS = 11 * 60_000;

/** What browsers record: Opus in WebM or Ogg, AAC (or Opus) in MP4. */
export const RecordingType = z.enum(['audio/webm', 'audio/ogg', 'audio/mp4']);
export type RecordingType = z.infer<typeof RecordingType>;

export type CleanRecording = {
  readonly bytes: Uint8Array;
  readonly mediaType: RecordingType;
  readonly durationMs: number;
};

const startsWith = (bytes: Uint8Array, at: number, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[at + i] === byte);

function typeOf(bytes: Uint8Array): RecordingType {
  if (startsWith(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3])) return 'audio/webm';
  if (startsWith(bytes, 0, [0x4f, 0x67, 0x67, 0x53])) return 'audio/ogg';
  if (startsWith(bytes, 4, [0x66, 0x74, 0x79, 0x70])) return 'audio/mp4';
  throw refuse('telling.malformed');
}

const CLEANERS = { 'audio/webm': cleanWebm, 'audio/ogg': cleanOgg, 'audio/mp4': cleanMp4 } as const;

/**
 * A recording as it may be kept and sent: the sound and nothing that tells of a person, a machine
 * or a moment. The kind is told by the bytes, not by what somebody says. Cleaning a clean recording
 * gives the same bytes, which is how the server checks. Refuses telling.malformed.
 */
export function cleanRecording(bytes: Uint8Array): CleanRecording {
  const mediaType = typeOf(bytes);
  const clean = CLEANERS[mediaType](bytes);
  if (clean.durationMs <= 0 || clean.durationMs > LONGEST_MS) throw refuse('telling.malformed');
  return { mediaType, ...clean };
}

/** True for the bytes that `cleanRecording` would write. */
export function isClean(given: Uint8Array, clean: CleanRecording): boolean {
  return given.length === clean.bytes.length && given.every((byte, i) => byte === clean.bytes[i]);
}
