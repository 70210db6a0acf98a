import { strFromU8, strToU8 } from 'fflate';
import { refuse } from '@domain/kernel/refusal.ts';
import { MAX_WRITTEN_CHARS, Telling } from './telling.ts';
import { checkText } from './text.ts';

/** 40 pages of writing and 400 turns fit. */
export const MAX_MANIFEST_BYTES = 512 * 1024;

function isSound({ recordings, turns, written }: Telling, pageCount: number): boolean {
  const durations = new Map(recordings.map(({ hash, durationMs }) => [hash, durationMs]));
  const used = new Set(turns.map(({ recording }) => recording));
  const pages = written.map(({ page }) => page);
  return (
    durations.size === recordings.length &&
    used.size === recordings.length &&
    turns.every(
      ({ page, recording, fromMs, toMs }) =>
        page <= pageCount && fromMs < toMs && toMs <= (durations.get(recording) ?? -1),
    ) &&
    pages.every((page, i) => page <= pageCount && (i === 0 || pages[i - 1]! < page)) &&
    written.every(({ text }) => text.trim() !== '')
  );
}

/** The bytes of a telling, the same for equal tellings: what its hash is taken of. */
export function encodeTelling({ recordings, turns, written }: Telling): Uint8Array {
  const fields = {
    version: 1,
    recordings: recordings.map(({ hash, mediaType, durationMs }) => ({
      hash,
      mediaType,
      durationMs,
    })),
    turns: turns.map(({ page, recording, fromMs, toMs }) => ({ page, recording, fromMs, toMs })),
    written: written.map(({ page, text }) => ({ page, text })),
  };
  return strToU8(JSON.stringify(fields));
}

/**
 * Reads a telling from whatever bytes. Refuses telling.malformed unless they are exactly what
 * `encodeTelling` writes, every turn lies within a recording that is listed and every page within
 * `pageCount`; refuses story.too-large and story.malformed for text beyond what a story may hold.
 */
export function decodeTelling(bytes: Uint8Array, pageCount: number): Telling {
  if (bytes.length > MAX_MANIFEST_BYTES) throw refuse('telling.malformed');
  const parsed = Telling.safeParse(jsonOf(bytes));
  if (!parsed.success || !isSound(parsed.data, pageCount)) throw refuse('telling.malformed');
  const telling = parsed.data;
  for (const { text } of telling.written) checkText(text, MAX_WRITTEN_CHARS);
  const again = encodeTelling(telling);
  const same = again.length === bytes.length && again.every((byte, i) => byte === bytes[i]);
  if (!same) throw refuse('telling.malformed');
  return telling;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    throw refuse('telling.malformed');
  }
}
