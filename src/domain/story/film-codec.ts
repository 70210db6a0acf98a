import { refuse } from '@domain/kernel/refusal.ts';
import { readColumns, writeColumns } from './columns.ts';
import { seal, unseal } from './envelope.ts';
import { type Film, type FilmBeat, MAX_FILM_MS } from './film.ts';
import { MAX_EVENTS, MAX_OBJECT_ID, MAX_PAGES, MAX_STEPS } from './limits.ts';
import { checkInteger } from './ranges.ts';
import { memberAt } from './step-codec.ts';

const COLUMNS = ['duration', 'kind', 'page', 'weight', 'count', 'object'] as const;
const KINDS = ['ink', 'object', 'background', 'panels'] as const;
const MAX_BEATS = 2 * MAX_EVENTS;
const MAX_WEIGHT = 0xffff;

/** A film as bytes; a judge is sent these. */
export function encodeFilm({ durationMs, beats }: Film): Uint8Array {
  const payload = writeColumns(COLUMNS, (columns) => {
    columns.duration.varint(durationMs);
    for (const beat of beats) {
      columns.kind.byte(KINDS.indexOf(beat.kind));
      columns.page.delta(beat.page);
      columns.weight.varint(beat.weight);
      if (beat.kind === 'ink') columns.count.varint(beat.count);
      if (beat.kind === 'object') columns.object.delta(beat.object);
    }
  });
  return seal('film', payload);
}

/** Refuses 'story.malformed' and 'story.too-large', whatever the bytes. */
export function decodeFilm(bytes: Uint8Array): Film {
  const { version, payload } = unseal('film', bytes);
  const names = COLUMNS;
  return readColumns(payload, { names, version, present: names.length }, (columns) => {
    const durationMs = columns.duration.varint();
    checkInteger(durationMs, 0, MAX_FILM_MS);
    if (columns.kind.remaining() > MAX_BEATS) throw refuse('story.too-large');
    const beats: FilmBeat[] = [];
    while (columns.kind.remaining() > 0) {
      const kind = memberAt(KINDS, columns.kind.byte());
      const page = columns.page.delta();
      const weight = columns.weight.varint();
      checkInteger(page, 0, MAX_PAGES - 1);
      checkInteger(weight, 1, MAX_WEIGHT);
      if (kind === 'ink') {
        const count = columns.count.varint();
        checkInteger(count, 1, MAX_STEPS);
        beats.push({ kind, page, weight, count });
      } else if (kind === 'object') {
        const object = columns.object.delta();
        checkInteger(object, 1, MAX_OBJECT_ID);
        beats.push({ kind, page, weight, object });
      } else {
        beats.push({ kind, page, weight });
      }
    }
    return { durationMs, beats };
  });
}
