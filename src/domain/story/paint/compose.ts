import type { InkStep, LayerId } from '../event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '../limits.ts';
import type { PageLook } from '../picture.ts';
import { layerOrder, type PageObject, type Scene } from '../scene.ts';
import { paintInk, touches } from './ink.ts';
import { type InkKit, toPagePx } from './ink-kit.ts';
import { paintBackground, paintObject } from './objects/object.ts';
import { paintPanels } from './panels.ts';
import { PAPER } from './stroke.ts';
import { freeSurface, layOver, type Studio, type Surface, wipe } from './surface.ts';

/** What objects are made of: their pictures, and sheets on which to put one together. */
export type ObjectStudio = Pick<Studio, 'assets' | 'createSurface'>;

/** Put together opaque and laid over at once: or its parts would shine through one another. */
function paintTranslucent(
  surface: Surface,
  item: PageObject,
  { assets, createSurface }: ObjectStudio,
): void {
  const { width, height } = surface.canvas;
  const alone = createSurface(width, height);
  toPagePx(alone);
  paintObject(alone, { ...item, opacity: 255 }, assets);
  layOver(surface, alone, item.opacity / 255);
  freeSurface(alone);
}

function paintObjects(
  surface: Surface,
  { objects }: Scene,
  studio: ObjectStudio,
  behind: boolean,
): void {
  for (const { item } of objects) {
    if (item.placement.behind !== behind) continue;
    if (item.opacity < 255) paintTranslucent(surface, item, studio);
    else paintObject(surface, item, studio.assets);
  }
}

/** White paper, the background, and the objects behind the ink; on a surface in page px. */
export function paintUnder(surface: Surface, scene: Scene, studio: ObjectStudio): void {
  surface.fillStyle = PAPER;
  surface.fillRect(0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
  paintBackground(surface, scene.background, studio.assets);
  paintObjects(surface, scene, studio, true);
}

/** The panels and the objects in front of the ink; on a surface in page px. */
export function paintOver(surface: Surface, scene: Scene, studio: ObjectStudio): void {
  paintPanels(surface, scene.panels);
  paintObjects(surface, scene, studio, false);
}

/** Lays sheets of ink, as large as the surface, one over the other as the scene orders them. */
export function layInk(
  surface: Surface,
  scene: Scene,
  sheetOf: (layer: LayerId) => Surface | null,
): void {
  for (const layer of layerOrder(scene)) {
    const { visible, opacity } = scene.layers[layer]!;
    const sheet = visible ? sheetOf(layer) : null;
    if (sheet) layOver(surface, sheet, opacity / 255);
  }
}

/** The ink of one layer on a clear surface. */
export function paintLayer(
  sheet: Surface,
  ink: readonly InkStep[],
  layer: LayerId,
  kit: InkKit,
): void {
  toPagePx(sheet);
  for (const step of ink) if (touches(step, layer)) paintInk(sheet, step, kit);
}

/**
 * A whole page, filling the surface whatever its size, from the bottom to the top: paper, background,
 * objects behind, layers of ink, panels, objects in front. The same page on a surface of the same size
 * gives the same pixels in the same engine.
 */
export function paintPage(surface: Surface, { ink, scene }: PageLook, studio: Studio): void {
  const { kit, createSurface } = studio;
  wipe(surface);
  toPagePx(surface);
  paintUnder(surface, scene, studio);
  const { width, height } = surface.canvas;
  // One sheet serves all layers in turn: for print it has 70 MB.
  let sheet: Surface | null = null;
  layInk(surface, scene, (layer) => {
    if (!ink.some((step) => step.kind !== 'erase' && touches(step, layer))) return null;
    sheet ??= createSurface(width, height);
    wipe(sheet);
    paintLayer(sheet, ink, layer, kit);
    return sheet;
  });
  if (sheet) freeSurface(sheet);
  toPagePx(surface);
  paintOver(surface, scene, studio);
}
