import { EVERY_LAYER, type InkStep, type LayerId } from '../event.ts';
import type { Film, FilmBeat } from '../film.ts';
import type { PicturePage } from '../picture.ts';
import { layerOrder, type Scene } from '../scene.ts';
import { layInk, paintOver, paintUnder } from './compose.ts';
import { paintInk, touches } from './ink.ts';
import { toPagePx } from './ink-kit.ts';
import { freeSurface, type Studio, type Surface, wipe } from './surface.ts';

/** Pages whose ink is kept as pixels: whoever leafs back and forth is followed without painting anew. */
const KEPT_PAGES = 3;

type OpenPage = { readonly sheets: Map<LayerId, Surface>; painted: number };

/** What has come of one page by now. */
interface PageNow {
  ink: number;
  readonly objects: Set<number>;
  background: boolean;
  panels: boolean;
}

function cutTo(step: InkStep, share: number): InkStep | null {
  if (step.kind !== 'stroke') return null;
  const points = Math.floor(step.x.length * share);
  if (points < 2) return null;
  const { x, y, pressure } = step;
  return {
    ...step,
    x: x.slice(0, points),
    y: y.slice(0, points),
    pressure: pressure.slice(0, points),
  };
}

/**
 * Plays a film on a surface of page proportions. A moment later than the last costs what came in
 * between; an earlier one begins from the start.
 */
export function createFilmPainter(
  pages: readonly PicturePage[],
  { durationMs, beats }: Film,
  studio: Studio,
) {
  const { createSurface, kit, assets } = studio;
  const whole = beats.reduce((sum, { weight }) => sum + weight, 0);
  let now: PageNow[] = [];
  let next = 0;
  let passed = 0;
  let open = new Map<number, OpenPage>();

  const close = (page: OpenPage) => {
    for (const sheet of page.sheets.values()) freeSurface(sheet);
  };

  const rewind = () => {
    for (const page of open.values()) close(page);
    open = new Map();
    now = pages.map(() => ({ ink: 0, objects: new Set(), background: false, panels: false }));
    next = 0;
    passed = 0;
  };

  const take = (beat: FilmBeat) => {
    const page = now[beat.page];
    if (page === undefined) return;
    if (beat.kind === 'ink') page.ink += beat.count;
    else if (beat.kind === 'object') page.objects.add(beat.object);
    else page[beat.kind] = true;
  };

  const opened = (index: number): OpenPage => {
    const page = open.get(index) ?? { sheets: new Map(), painted: 0 };
    // Put last: the first of the map is the one not seen for longest.
    open.delete(index);
    open.set(index, page);
    const oldest = open.keys().next().value!;
    if (open.size > KEPT_PAGES) {
      close(open.get(oldest)!);
      open.delete(oldest);
    }
    return page;
  };

  const inkTo = (index: number, count: number, like: Surface): OpenPage => {
    const page = opened(index);
    const { ink, scene } = pages[index]!;
    for (; page.painted < Math.min(count, ink.length); page.painted += 1) {
      const step = ink[page.painted]!;
      for (const layer of layerOrder(scene)) {
        if (!touches(step, layer)) continue;
        let sheet = page.sheets.get(layer);
        if (sheet === undefined) {
          if (step.layer === EVERY_LAYER) continue;
          sheet = createSurface(like.canvas.width, like.canvas.height);
          toPagePx(sheet);
          page.sheets.set(layer, sheet);
        }
        paintInk(sheet, step, kit);
      }
    }
    return page;
  };

  const sceneNow = (scene: Scene, seen: PageNow): Scene => ({
    ...scene,
    background: seen.background ? scene.background : null,
    panels: seen.panels ? scene.panels : 0,
    objects: scene.objects.filter(({ id }) => seen.objects.has(id)),
  });

  const paint = (surface: Surface, index: number, underWay: InkStep | null) => {
    const seen = now[index]!;
    const { sheets } = inkTo(index, seen.ink, surface);
    const scene = sceneNow(pages[index]!.scene, seen);
    wipe(surface);
    toPagePx(surface);
    paintUnder(surface, scene, assets);
    layInk(surface, scene, (layer) => sheets.get(layer) ?? null);
    toPagePx(surface);
    if (underWay) paintInk(surface, underWay, kit);
    paintOver(surface, scene, assets);
  };

  rewind();
  return {
    durationMs,
    /** Shows the moment `atMs` after the beginning; the page shown, counted from 0. */
    show(surface: Surface, atMs: number): number {
      const until = durationMs === 0 ? whole : (Math.min(atMs, durationMs) / durationMs) * whole;
      if (until < passed) rewind();
      for (; next < beats.length; next += 1) {
        const beat = beats[next]!;
        if (passed + beat.weight > until) break;
        passed += beat.weight;
        take(beat);
      }
      const beat = beats[next] ?? beats.at(-1);
      const index = Math.min(beat?.page ?? 0, pages.length - 1);
      if (index < 0) return 0;
      const coming = beats[next];
      const step = coming?.kind === 'ink' ? pages[index]!.ink[now[index]!.ink] : undefined;
      const share = coming ? (until - passed) / coming.weight : 0;
      paint(surface, index, step ? cutTo(step, share) : null);
      return index;
    },
    free: rewind,
  };
}

export type FilmPainter = ReturnType<typeof createFilmPainter>;
