import { type Film, type FilmBeat, MAX_FILM_MS } from './film.ts';
import type { ObjectId } from './scene.ts';

/** What is seen at one moment of a film: one page, as far as it had come. */
export interface FilmFrame {
  /** Counted from 0. */
  readonly page: number;
  /** Steps of ink that stand complete. */
  readonly ink: number;
  /** How far the next one has come, 0 to 1; 0 where none is being drawn. */
  readonly part: number;
  readonly objects: ReadonlySet<ObjectId>;
  readonly background: boolean;
  readonly panels: boolean;
}

/** A film that is ready to be played from any moment. */
export interface FilmReel {
  readonly durationMs: number;
  at(elapsedMs: number): FilmFrame;
}

type Stage = Omit<FilmFrame, 'part'>;

const EMPTY: Omit<Stage, 'page'> = {
  ink: 0,
  objects: new Set(),
  background: false,
  panels: false,
};

function after(stage: Stage, beat: FilmBeat): Stage {
  switch (beat.kind) {
    case 'ink':
      return { ...stage, ink: stage.ink + beat.count };
    case 'object':
      return { ...stage, objects: new Set(stage.objects).add(beat.object) };
    default:
      return { ...stage, [beat.kind]: true };
  }
}

/** The place of the last value that is not above `limit`, in values that never fall; -1 before all. */
function lastUpTo(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Lays a film out in time: at most MAX_FILM_MS, each beat as long as its weight says.
 * @param page counted from 0, to see how this one page came to be
 */
export function threadFilm(film: Film, page?: number): FilmReel {
  const beats = page === undefined ? film.beats : film.beats.filter((beat) => beat.page === page);
  const whole = film.beats.reduce((sum, beat) => sum + beat.weight, 0);
  const weight = beats.reduce((sum, beat) => sum + beat.weight, 0);
  // A page alone is not squeezed for what was drawn on the others; the whole film tells how long a weight is at the least.
  const msPerWeight = whole === 0 ? 0 : Math.max(film.durationMs / whole, 5);
  const durationMs =
    page === undefined ? film.durationMs : Math.min(MAX_FILM_MS, weight * msPerWeight);

  /** How each beat finds its page, and how it leaves it. */
  const found: Stage[] = [];
  const stages: Stage[] = [];
  const ends: number[] = [];
  const latest = new Map<number, Stage>();
  let sum = 0;
  for (const beat of beats) {
    const before = latest.get(beat.page) ?? { page: beat.page, ...EMPTY };
    const stage = after(before, beat);
    found.push(before);
    latest.set(beat.page, stage);
    stages.push(stage);
    sum += beat.weight;
    ends.push((sum / weight) * durationMs);
  }

  return {
    durationMs,
    at(elapsedMs) {
      const done = elapsedMs >= durationMs ? beats.length - 1 : lastUpTo(ends, elapsedMs);
      const coming = beats[done + 1];
      const stands = stages[done];
      if (coming === undefined) return { ...(stands ?? { page: page ?? 0, ...EMPTY }), part: 0 };
      const begunMs = ends[done] ?? 0;
      const part = (elapsedMs - begunMs) / (ends[done + 1]! - begunMs);
      return {
        ...found[done + 1]!,
        part: coming.kind === 'ink' && coming.count === 1 ? Math.max(0, Math.min(1, part)) : 0,
      };
    },
  };
}
