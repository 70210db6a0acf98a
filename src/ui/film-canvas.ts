import type { FilmFrame } from '@domain/story/film-frames.ts';
import type { InkStep, LayerId } from '@domain/story/event.ts';
import { MAX_LAYERS } from '@domain/story/limits.ts';
import { layInk, paintOver, paintUnder } from '@domain/story/paint/compose.ts';
import { paintInk, touches } from '@domain/story/paint/ink.ts';
import { createInkKit, toPagePx } from '@domain/story/paint/ink-kit.ts';
import type { ObjectAssets } from '@domain/story/paint/objects/object.ts';
import { freeSurface, layOver, type Surface, wipe } from '@domain/story/paint/surface.ts';
import type { PageLook } from '@domain/story/picture.ts';
import type { Scene } from '@domain/story/scene.ts';

function createSurface(width: number, height: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  return context as unknown as Surface;
}

const LAYERS: readonly LayerId[] = Array.from({ length: MAX_LAYERS }, (_, layer) => layer);

function sceneAt(scene: Scene, { objects, background, panels }: FilmFrame): Scene {
  return {
    ...scene,
    background: background ? scene.background : null,
    panels: panels ? scene.panels : 0,
    objects: scene.objects.filter(({ id }) => objects.has(id)),
  };
}

/** A step of ink as far as the hand has come; null where it comes all at once. */
function partOf(step: InkStep, part: number): InkStep | null {
  if (part === 0 || (step.kind !== 'stroke' && step.kind !== 'erase')) return null;
  const points = Math.max(1, Math.round(step.x.length * part));
  return {
    ...step,
    x: step.x.slice(0, points),
    y: step.y.slice(0, points),
    pressure: step.pressure.slice(0, points),
  };
}

/**
 * Shows frames of a film on a canvas. Going on paints only what is new; going back paints the page
 * anew, in the same colours and layers as everywhere.
 */
export function createFilmCanvas(
  canvas: HTMLCanvasElement,
  pages: readonly PageLook[],
  assets: ObjectAssets,
) {
  const surface = canvas.getContext('2d') as unknown as Surface;
  const studio = { assets, createSurface };
  const { width, height } = canvas;
  const kit = createInkKit(createSurface);
  const sheets = new Map<LayerId, Surface>();
  let spare: Surface | null = null;
  let open = -1;
  let painted = 0;

  const sheetFor = (layer: LayerId): Surface => {
    const known = sheets.get(layer);
    if (known) return known;
    const made = createSurface(width, height);
    toPagePx(made);
    sheets.set(layer, made);
    return made;
  };
  const clear = () => {
    for (const sheet of sheets.values()) {
      wipe(sheet);
      toPagePx(sheet);
    }
    painted = 0;
  };
  const paintStep = (step: InkStep) => {
    for (const layer of LAYERS) {
      if (!touches(step, layer) || (step.kind === 'erase' && !sheets.has(layer))) continue;
      paintInk(sheetFor(layer), step, kit);
    }
  };
  /** A layer with the step that is under way on it. */
  const withPart = (layer: LayerId, step: InkStep): Surface => {
    spare ??= createSurface(width, height);
    wipe(spare);
    const below = sheets.get(layer);
    if (below) layOver(spare, below, 1);
    toPagePx(spare);
    paintInk(spare, step, kit);
    return spare;
  };

  return {
    show(frame: FilmFrame): void {
      const look = pages[frame.page];
      if (look === undefined) return;
      if (frame.page !== open || frame.ink < painted) clear();
      open = frame.page;
      for (; painted < frame.ink; painted += 1) paintStep(look.ink[painted]!);
      const next = look.ink[frame.ink];
      const under = next ? partOf(next, frame.part) : null;
      const scene = sceneAt(look.scene, frame);

      wipe(surface);
      toPagePx(surface);
      paintUnder(surface, scene, studio);
      layInk(surface, look.scene, (layer) =>
        under !== null && touches(under, layer)
          ? withPart(layer, under)
          : (sheets.get(layer) ?? null),
      );
      toPagePx(surface);
      paintOver(surface, scene, studio);
    },
    free(): void {
      kit.free();
      for (const sheet of sheets.values()) freeSurface(sheet);
      if (spare) freeSurface(spare);
      sheets.clear();
    },
  };
}
