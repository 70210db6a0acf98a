import * as z from 'zod/mini';
import { RecordingType } from './recording/clean-recording.ts';
import type { Telling } from './telling.ts';

/**
 * A telling as it is played, pages by their place from 1. Recordings are known by their place in
 * the list, from 0: no hash, no name.
 */
export const ToldView = z.object({
  recordings: z.array(z.object({ mediaType: RecordingType, durationMs: z.int() })),
  turns: z.array(z.object({ page: z.int(), recording: z.int(), fromMs: z.int(), toMs: z.int() })),
  written: z.array(z.object({ page: z.int(), text: z.string() })),
});
export type ToldView = z.infer<typeof ToldView>;

/** Named field by field, so that a judge meets no hash and nothing of the authors. */
export function toldView({ recordings, turns, written }: Telling): ToldView {
  const placeOf = new Map(recordings.map(({ hash }, place) => [hash, place]));
  return {
    recordings: recordings.map(({ mediaType, durationMs }) => ({ mediaType, durationMs })),
    turns: turns.map(({ page, recording, fromMs, toMs }) => ({
      page,
      recording: placeOf.get(recording)!,
      fromMs,
      toMs,
    })),
    written: written.map(({ page, text }) => ({ page, text })),
  };
}

/** A turn with its place among the others, ms from the beginning of the telling. */
export type PlacedTurn = ToldView['turns'][number] & { readonly startMs: number };

export function placedTurns({ turns }: Pick<ToldView, 'turns'>): PlacedTurn[] {
  let startMs = 0;
  return turns.map((turn) => {
    const placed = { ...turn, startMs };
    startMs += turn.toMs - turn.fromMs;
    return placed;
  });
}

export function toldMs({ turns }: Pick<ToldView, 'turns'>): number {
  return turns.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

/** The turn that sounds at a moment of the telling, ms; the last one beyond the end, -1 in silence. */
export function turnAt(turns: readonly PlacedTurn[], atMs: number): number {
  return turns.findLastIndex(({ startMs }) => startMs <= Math.max(0, atMs));
}
