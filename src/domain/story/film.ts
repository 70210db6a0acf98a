import { isInk, type StepEvent } from './event.ts';
import type { ObjectId } from './scene.ts';
import { pagesInOrder, sceneOf, type Story, type StoryPage } from './story.ts';
import { listTrail } from './trail.ts';

/** The longest film, ms. */
export const MAX_FILM_MS = 30_000;

const SHORT_MS = 250;
/** A pause longer than this is cut to it: thinking is no film. */
const PAUSE_MS = 400;
/** The longest that one step may take before all are squeezed. */
const STEP_MS = 4_000;
/** Weights are told in so many ms, so that none tells the time to the millisecond. */
const WEIGHT_MS = 5;

/** Something that comes to be seen; `page` counts from 0 in the order of the picture. */
export type FilmBeat = {
  readonly page: number;
  /** How long it takes beside the others, 1 or more. */
  readonly weight: number;
} & (
  | { readonly kind: 'ink'; readonly count: number }
  | { readonly kind: 'object'; readonly object: ObjectId }
  | { readonly kind: 'background' }
  | { readonly kind: 'panels' }
);

/**
 * How a picture came to be, told by what is in the picture alone: its steps of ink in their order, and
 * its objects, backgrounds and panels as they are in the end. Nothing undone, dropped or replaced, no
 * clock: only which came when, and how long beside the others.
 */
export interface Film {
  readonly durationMs: number;
  readonly beats: readonly FilmBeat[];
}

interface Shot {
  readonly seq: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly beat: Beat;
}

type Beat = FilmBeat extends infer Each
  ? Each extends FilmBeat
    ? Omit<Each, 'weight'>
    : never
  : never;

function durationOf(event: StepEvent): number {
  return event.kind === 'stroke' || event.kind === 'erase' ? event.t.at(-1)! : SHORT_MS;
}

/** The first step since an object was last dropped, by object. */
function arrivals(events: readonly StepEvent[]): ReadonlyMap<ObjectId, StepEvent> {
  const first = new Map<ObjectId, StepEvent>();
  for (const event of events) {
    if (event.kind === 'object-drop') first.delete(event.object);
    if (event.kind === 'object-put' && !first.has(event.object)) first.set(event.object, event);
  }
  return first;
}

function lastOf(events: readonly StepEvent[], kind: StepEvent['kind']): StepEvent | undefined {
  return events.findLast((event) => event.kind === kind);
}

function shotsOf(page: StoryPage, at: number): readonly Shot[] {
  const states = listTrail(page.done);
  const events = states.map(({ event }) => event);
  const copied = page.base?.depth ?? 0;
  const own = events.slice(copied);
  // What the page began with comes all at once, before the first thing drawn on it.
  const begin = own[0] ?? events.at(-1);
  const inherited = new Set(events.slice(0, copied));
  const shot = (event: StepEvent, beat: Beat): Shot => {
    if (!inherited.has(event)) {
      const { seq, atMs } = event;
      return { seq, startMs: atMs - durationOf(event), endMs: atMs, beat };
    }
    const startMs = begin!.atMs - durationOf(begin!);
    return { seq: begin!.seq - 0.5, startMs, endMs: startMs, beat };
  };

  const scene = sceneOf(page);
  const first = arrivals(events);
  const shots: Shot[] = [];
  const begun = events.slice(0, copied).filter(isInk);
  if (begun.length > 0) {
    shots.push(shot(events[0]!, { kind: 'ink', page: at, count: begun.length }));
  }
  for (const event of own) {
    if (isInk(event)) shots.push(shot(event, { kind: 'ink', page: at, count: 1 }));
  }
  for (const { id } of scene.objects) {
    shots.push(shot(first.get(id)!, { kind: 'object', page: at, object: id }));
  }
  const ground = scene.background && lastOf(events, 'background-set');
  if (ground) shots.push(shot(ground, { kind: 'background', page: at }));
  const panels = scene.panels === 0 ? undefined : lastOf(events, 'panels-set');
  if (panels) shots.push(shot(panels, { kind: 'panels', page: at }));
  return shots;
}

/** The film of a story's surviving steps, all pages in the order of time, at most MAX_FILM_MS. */
export function replayFilm(story: Story): Film {
  const shots = pagesInOrder(story)
    .flatMap(shotsOf)
    .toSorted((a, b) => a.seq - b.seq);
  let clock = shots[0]?.startMs ?? 0;
  let total = 0;
  const beats = shots.map(({ startMs, endMs, beat }): FilmBeat => {
    const pause = Math.min(PAUSE_MS, Math.max(0, startMs - clock));
    const ms = pause + Math.min(STEP_MS, Math.max(1, endMs - startMs));
    clock = Math.max(clock, endMs);
    total += ms;
    return { ...beat, weight: Math.max(1, Math.round(ms / WEIGHT_MS)) };
  });
  return { durationMs: Math.min(MAX_FILM_MS, Math.round(total)), beats };
}
